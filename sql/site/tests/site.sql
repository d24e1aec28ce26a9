-- What the site tells of its parts.
begin;
set local search_path = site, ext, tap, public;
select plan(13);

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

-- Other ways than online.
delete from belfort.channel;
insert into belfort.feature (name, title, summary, mount, guest) values
	('mute', '{"nl": "Stil"}', '{"nl": "Zegt niets"}', '/v/mute', true),
	('shed', '{"nl": "Schuur"}', '{"nl": "Leen"}', '/v/shed', true),
	('draft', '{"nl": "Ontwerp"}', '{"nl": "Nog niet"}', '/proef/draft', true);
insert into belfort.channel (feature, nr, name, title, address, sign_in, counter, phone, paper)
select feature, nr, name, '{"nl": "Iets"}', '/x', false, counter, w, w
from (values
		('shed', 1, 'shed.a', '{"how": {"nl": "Kom"}}'::jsonb),
		('shed', 2, 'shed.b', '{"without": {"nl": "Niet"}}'),
		('shed', 3, 'shed.c', '{"how": {"nl": "Kom"}}'),
		('draft', 1, 'draft.a', '{"how": {"nl": "Kom"}}')) t (feature, nr, name, counter),
	(select '{"how": null, "without": {"nl": "Niet"}}'::jsonb) v (w);
select is(jsonb_path_query_array(channels('nl')::jsonb, '$.elsewhere[*].services[*].name'),
	'["shed.a", "shed.c"]', 'what is done in the same ways stands together');
select is(channels('nl') #> '{elsewhere,1}' is null, true, 'and once');
select is(jsonb_path_query_array(channels('nl')::jsonb, '$.only_here[*].services[*].name'),
	'["shed.b"]', 'what is only online stands apart');
select is(jsonb_path_query_array(channels('nl')::jsonb, '$.rows[*].name'),
	'["shed.a", "shed.c", "shed.b"]', 'all but what is for staff is a row');
select is(channels('nl') ->> 'silent', '[{"part":"Stil","address":"/v/mute"}]', 'who did not say is told');
select throws_ok($$update belfort.channel set phone = '{"how": null}'$$, '23514', null,
	'a channel without a way or a reason is refused');
select results_eq($$select name, address, sign_in from belfort.channels_said('{"mounts": ["/", "/y"],
		"routes": [{"service": "x.a", "method": "POST", "view": "v", "mount": 1, "path": "/first", "rights": "low"},
			{"service": "x.a", "method": "GET", "view": "v", "mount": 1, "path": "/{nr}", "rights": null},
			{"service": "x.a", "method": "GET", "view": null, "mount": 0, "path": "/raw", "rights": null},
			{"service": "x.a", "method": "GET", "view": "v", "mount": 0, "path": "", "rights": null},
			{"service": "x.b", "method": "GET", "view": null, "mount": 1, "path": "", "rights": null}],
		"channels": [{"name": "x.a"}, {"name": "x.b"}]}')$$,
	$$values ('x.a', '/', true), ('x.b', null, false)$$, 'a service begins at its first page without arguments');

select * from finish();
rollback;
