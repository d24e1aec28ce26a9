-- What the site tells of its parts.
begin;
set local search_path = site, ext, tap, public;
select plan(6);

delete from belfort.removal;
insert into belfort.feature (name, title, summary, mount, guest) values
	('shed', '{"nl": "Schuur", "en": "Shed"}', '{"nl": "Leen"}', '/v/shed', true),
	('draft', '{"nl": "Ontwerp"}', '{"nl": "Nog niet"}', '/proef/draft', true);
insert into belfort.personal (feature, nr, relation, columns, purpose, basis, days, since) values
	('shed', 1, 'shed.loan', '{who}', '{"nl": "Wie leent"}', '{"nl": "Afspraak"}', 30, 'day'),
	('shed', 2, 'shed.wish', '{who}', '{"nl": "Wie leent"}', '{"nl": "Afspraak"}', 30, 'day'),
	('shed', 3, 'shed.thing', '{*}', null, null, null, null);

select is(guests('nl')::jsonb, '{"has_guests": true, "guests":
	[{"title": "Schuur", "summary": "Leen", "mount": "/v/shed"}]}',
	'what is open to everybody, and not what is for staff');
select is(jsonb_path_query_array(privacy('nl')::jsonb,
	'$.kept[*] ? (@.name == "shed").tables[*].table'),
	'["shed.loan", "shed.wish"]', 'one purpose is told once, with its tables');
select is(jsonb_path_query_first(privacy('nl')::jsonb,
	'$.plain[*] ? (@.name == "shed").tables[*].table'), '"shed.thing"',
	'what is not about people stands apart');
select is((privacy('nl') ->> 'has_removed')::boolean, false, 'nothing was removed');
insert into belfort.removal (day, feature, relation, columns, rows)
	values (current_date, 'shed', 'shed.loan', '{who}', 3);
select is((privacy('nl') #>> '{removed,0,rows}')::integer, 3, 'how much was removed is told');
delete from belfort.feature where guest;
select is(guests('nl') ->> 'has_guests', 'false', 'without associations that is said');

select * from finish();
rollback;
