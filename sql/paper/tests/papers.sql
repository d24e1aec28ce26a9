-- Forms on paper: versions that are kept, how they differ, what was entered.
begin;
select plan(24);
set local search_path = paper, people, tap, public;

create temp table field as select * from (values
	('naam', '{"name": "naam", "type": "text", "required": true, "min": 0, "max": 40, "choices": [], "labels": {"nl": "Naam"}, "hints": null}'::jsonb),
	('aantal', '{"name": "aantal", "type": "int", "required": false, "min": 1, "max": 9, "choices": [], "labels": {"nl": "Aantal"}, "hints": null}'),
	('soort', '{"name": "soort", "type": "choice", "required": false, "min": 0, "max": 0, "choices": [{"value": "a", "words": {"nl": "Appel"}}, {"value": "b", "words": {"nl": "Bes"}}], "labels": {"nl": "Soort"}, "hints": null}')
) v (name, f);
create function pg_temp.form(code text, fields jsonb) returns jsonb language sql as $$
	select jsonb_build_array(jsonb_build_object('code', code, 'path', '/vraag', 'page', '/proef',
		'titles', '{"nl": "Proef"}'::jsonb, 'about', '{"nl": "Een proef"}'::jsonb,
		'rights', null, 'fields', fields)) $$;
create function pg_temp.with_field(name text, more jsonb) returns jsonb language sql as $$
	select jsonb_agg(case when f.name = with_field.name then f.f || more else f.f end order by f.name desc) from field f $$;
create function pg_temp.differs(name text, more jsonb) returns jsonb language sql as $$
	select changes(jsonb_build_object('fields', pg_temp.with_field('', '{}')),
		jsonb_build_object('fields', pg_temp.with_field(name, more)), 'nl') $$;

-- how versions differ
select is(pg_temp.differs('', '{}'), null, 'the same differs in nothing');
select is(pg_temp.differs('naam', '{"labels": {"nl": "Uw naam"}}'), null, 'nor do other words');
select is(pg_temp.differs('naam', '{"max": 20}'),
	'[{"label": "Naam", "range": {"max": 20, "min": 0, "signs": true}}]', 'a text may be shorter');
select is(pg_temp.differs('aantal', '{"max": 5}'),
	'[{"label": "Aantal", "range": {"max": 5, "min": 1}}]', 'a number has another range');
select is(pg_temp.differs('aantal', '{"required": true}'),
	'[{"label": "Aantal", "needed": true}]', 'what could be empty is needed');
select is(pg_temp.differs('naam', '{"required": false}'), null, 'what need not be filled in any more asks nothing of anybody');
select is(pg_temp.differs('naam', '{"type": "day"}'), '[{"label": "Naam", "other": true}]', 'another type');
select is(pg_temp.differs('soort', '{"choices": [{"value": "b", "words": {"nl": "Bes"}}, {"value": "c", "words": {"nl": "Citroen"}}]}'),
	'[{"label": "Soort", "choices_gone": ["Appel"], "choices_added": ["Citroen"]}]', 'choices come and go');
select is(pg_temp.differs('soort', '{"name": "kleur", "required": true, "labels": {"nl": "Kleur"}}'),
	'[{"label": "Kleur", "added": true, "needed": true}, {"label": "Soort", "gone": true}]', 'fields come and go');

-- versions are kept
insert into belfort.feature (name, title, summary, mount, guest) values ('shed', '{}', '{}', '/v/shed', true);
select belfort.forms_keep('shed', pg_temp.form('ACD-EFG-HJK', pg_temp.with_field('', '{}')));
update belfort.form set seen = current_date - 700 where code = 'ACD-EFG-HJK';
select is(known('ACD-EFG-HJK', null, 'nl') ->> 'old', 'false', 'the first version is the one of now');
select belfort.forms_keep('shed', pg_temp.form('LMN-PQR-TUV', pg_temp.with_field('naam', '{"max": 20}')));
select is((select array_agg(gone order by seen) from belfort.form where feature = 'shed'),
	array[current_date, null], 'the second takes its place, from today on');
select is(known('ACD-EFG-HJK', null, 'nl')::jsonb #>> '{changes,0,label}', 'Naam', 'the first is still known, with what differs');
select is(sheet('ACD-EFG-HJK', 'nl')::jsonb, null, 'and is printed no more');
select is(sheet('LMN-PQR-TUV', 'nl')::jsonb #>> '{fields,0,label}', 'Soort', 'the second is');
select belfort.forms_keep('shed', pg_temp.form('ACD-EFG-HJK', pg_temp.with_field('', '{}')));
select is((select seen from belfort.form where code = 'ACD-EFG-HJK' and gone is null), current_date - 700,
	'a version that comes back is as old as it was');
select belfort.forms_keep('budget', jsonb_set(pg_temp.form('ACD-EFG-HJK', '[]'), '{0,titles}', '{"nl": "Vals"}'));
select is((select definition #>> '{titles,nl}' from belfort.form where code = 'ACD-EFG-HJK'), 'Proef',
	'another feature cannot take its code');

-- what was entered
insert into account (id, kind, name) values ('00000000-0000-0000-0000-00000000000f', 'staff', 'Lies');
insert into session (id, account, method, ends, signed)
	values (repeat('5', 64), '00000000-0000-0000-0000-00000000000f', 'test', now() + interval '1 hour', now());
select entry_begin(repeat('5', 64), 'LMN-PQR-TUV', repeat('a', 64), current_date - 3, ' P-12 ');
select is((select number from entry where token = repeat('a', 64)), 'P-12', 'somebody begins to enter a paper');
select is(known('LMN-PQR-TUV', repeat('a', 64), 'nl') ->> 'begun', 'true', 'the page knows that it was begun');
select is(known('ACD-EFG-HJK', repeat('a', 64), 'nl') ->> 'begun', 'false', 'and which it was');
select is(entered(repeat('a', 64), '69N-H79-GDD') ->> 'done', 'false', 'another form is not what is on it');
select is(entered(repeat('a', 64), 'ACD-EFG-HJK') ->> 'done', 'true', 'the form of now is, whatever the version on the paper');
select is(entered(repeat('a', 64), 'ACD-EFG-HJK') ->> 'done', 'false', 'and that happens once');
select throws_ok($$select entry_begin(repeat('5', 64), 'LMN-PQR-TUV', repeat('b', 64), current_date + 1, null)$$,
	'BF000', 'not_received', 'no paper comes in tomorrow');
select belfort.forms_keep('shed', '[]');
select throws_ok($$select known('LMN-PQR-TUV', null, 'nl')$$, 'BF000', 'form_gone', 'a form that is there no more');

select * from finish();
rollback;
