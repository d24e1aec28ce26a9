-- What is asked of services, and when; what a view that changed says.
begin;
select plan(43);
set local search_path = facts, tap, public;

create function pg_temp.id(n integer) returns uuid language sql as $$
	select ('00000000-0000-0000-0000-0000000001' || lpad(n::text, 2, '0'))::uuid;
$$;
create function pg_temp.mac(n integer) returns text language sql as $$
	select encode(sha256(('asking' || n)::bytea), 'hex');
$$;
update source set ended = now() where ended is null;
insert into people.resident (id, mac, sealed, born, since)
select pg_temp.id(n), decode(pg_temp.mac(n), 'hex'), '\x0102', '1990-01-01', '2020-01-01' from generate_series(1, 3) n;
insert into people.household_member (resident, household, role, from_day) values
	(pg_temp.id(1), 'a1', 'referentiepersoon', '2020-01-01'), (pg_temp.id(2), 'a1', 'partner', '2020-01-01'),
	(pg_temp.id(3), 'a2', 'referentiepersoon', '2020-01-01');
insert into fact (name, kind, low, high, combine, declared, choices) values
	('p_a', 'choice', 0, 2, 'min', true, '[{"code": "x"}, {"code": "y"}, {"code": "geen"}]'),
	('p_b', 'yesno', 0, 1, 'max', true, '[]'), ('p_c', 'yesno', 0, 1, 'max', false, '[]');
insert into source (name, kind, title, purpose, basis, freshness, retention, complete, settings)
select name, kind, '{}', '{}', '{}', 30, 100, complete, settings::jsonb from (values
	('p_service', 'http', false, '{"question": "vraag"}'), ('p_other', 'http', false, '{"question": "andere"}'),
	('p_view', 'postgres', true, '{"view": "a.b", "number": "nr", "from": "van", "until": "tot", "changed": "op"}'))
	s(name, kind, complete, settings);
create function pg_temp.source(name text) returns smallint language sql as $$ select id from source s where s.name = $1; $$;
insert into offer (source, fact, heading, words) select pg_temp.source(s), f.number, 'antwoord', w::jsonb from (values
	('p_service', 'p_a', '{"ja": [0, 1], "nee": [2, 2]}'), ('p_other', 'p_a', '{"ja": [0, 1], "nee": [2, 2]}'),
	('p_service', 'p_c', '{"ja": [1, 1]}'), ('p_view', 'p_b', '{"ja": [1, 1], "nee": [0, 0]}')) o(s, f, w) join fact f on f.name = o.f;
create function pg_temp.now_due() returns void language sql as $$
	update question set next = '-infinity' where answered is null;
	update source set next = '-infinity';
$$;

-- When it matters.
select is(ask('a1', array['p_a', 'p_b'], 'r', 1), 0, 'nothing is asked when another fact lacks that nobody can be asked');
select is(ask('a1', array['p_c'], 'r', 1), 0, 'nor a fact that no rule in force declares');
select is(ask('a1', '{}', 'r', 1), 0, 'nor nothing');
select is(ask('nergens', array['p_a'], 'r', 1), 0, 'nor of nobody');
select is(ask('a1', array['p_a'], 'r', 1), 2, 'each member of a household is asked about');
select is(ask('a1', array['p_a'], 's', 2), 0, 'once');
select is((select string_agg(distinct s.name, ',') from question q join source s on s.id = q.source
	where q.resident in (pg_temp.id(1), pg_temp.id(2))), 'p_service', 'by one of the services that know');
select is(others_due() ->> 'questions', 'true', 'there is a question to ask');

-- One at a time.
create temp table took as select question_take() as q;
select is((select q -> 'settings' ->> 'question' from took), 'vraag', 'a question is taken');
select is((select q ->> 'sealed' from took), '0102', 'with the number sealed');
select is((select count(*)::integer from access.entry where kind = 'service' and rule = 'r' and version = 1
	and subject in (pg_temp.id(1), pg_temp.id(2))), 1, 'and written down for the resident');
select is((select tries from question where id = (select (q ->> 'id')::integer from took)), 1, 'as tried once');
select ok((select next > now() from question where id = (select (q ->> 'id')::integer from took)), 'not again for a while');
select isnt(question_take() ->> 'id', (select q ->> 'id' from took), 'the next is another one');
select is(question_take()::text, '{}', 'then there is none');
select pg_temp.now_due();
select lives_ok($$select question_take()$$, 'one whose taker was killed comes again');
select is((select count(*)::integer from access.entry where kind = 'service' and rule = 'r'
	and subject in (pg_temp.id(1), pg_temp.id(2))), 2, 'that is no other look');

-- What is answered.
create function pg_temp.tell(n integer, answer text) returns json language sql as $$
	select question_tell((select q.id from question q where resident = pg_temp.id(n) order by id desc limit 1), answer);
$$;
select is(pg_temp.tell(1, 'nee') ->> 'changed', '1', 'an answer is a value');
select is((select array[low, high]::text || ' ' || (upper(valid) - lower(valid)) from value where resident = pg_temp.id(1)),
	'{2,2} 30', 'for as long as the source is fresh');
select is((select count(*)::integer from combined(array['a1'], current_date)), 0,
	'of a household nothing is known while a member is not');
select is(pg_temp.tell(2, 'ja') ->> 'changed', '1', 'the other one');
select results_eq($$select low, high from combined(array['a1'], current_date)$$, $$values (0, 1)$$, 'then it is');
select is(pg_temp.tell(2, 'nee')::text, '{}', 'an answer that comes twice counts once');
select is(ask('a1', array['p_a'], 'r', 1), 0, 'what is fresh is not asked');
select is((select count(*)::integer from combined(array['a1'], current_date + 30)), 0, 'after its days it is unknown, and not no');
update question set answered = answered - interval '31 days' where source = pg_temp.source('p_service');
select is(ask('a1', array['p_a'], 'r', 1), 2, 'and asked again');

-- What goes wrong.
delete from question;
select is(ask('a2', array['p_a'], 'r', 1), 1, 'a question');
select is(pg_temp.tell(3, 'misschien')::text, '{}', 'an answer that nobody declared');
select is((select fault ->> 'code' || ' ' || (fault ->> 'text') from source where name = 'p_service'), 'answer_other misschien',
	'is a fault of the source');
select is((select count(*)::integer from value where resident = pg_temp.id(3)), 0, 'and no value');
select is(question_take()::text, '{}', 'it is left alone');
select ok((select next between now() + interval '50 seconds' and now() + interval '70 seconds' from source where name = 'p_service'),
	'for a minute');
select results_eq($$select pause(n) from generate_series(0, 8) n$$, $$select make_interval(mins => m)
	from unnest(array[1, 1, 2, 4, 8, 16, 32, 60, 60]) m$$, 'then longer, and an hour at most');
select question_failed((select id from question where resident = pg_temp.id(3)), '{"code": "busy"}', 7200);
select ok((select next > now() + interval '119 minutes' from source where name = 'p_service'), 'or as long as it asks');
select is((select state from state((select s from source s where name = 'p_service'))), 'broken', 'the page says so');
update source set fault = null where name = 'p_service';
update question set made = now() - interval '61 minutes' where resident = pg_temp.id(3);
select is((select state from state((select s from source s where name = 'p_service'))), 'late', 'who lets wait an hour is late');

-- A view.
update source set next = 'infinity' where name <> 'p_view';
update source set next = '-infinity' where name = 'p_view';
create function pg_temp.read(rows text, said text default null) returns text language plpgsql as $$
declare
	d bigint;
begin
	update source set next = '-infinity' where name = 'p_view';
	d := (foreign_take() ->> 'delivery')::bigint;
	perform delivery_rows(d, rows::json);
	return foreign_done(d, '["nr", "hulp", "van", "tot", "op"]', said) ->> 'result';
end;
$$;
update offer set heading = 'hulp' where source = pg_temp.source('p_view');
select is(pg_temp.read(format('[{"line": 1, "mac": "%s", "cells": {"hulp": "ja", "van": "2026-01-01"}},
	{"line": 2, "mac": "%s", "cells": {"hulp": "ja", "van": "2026-01-01"}}]', pg_temp.mac(1), pg_temp.mac(3)), '2026-02-01 10:00+00'),
	'taken', 'a view is read as a file is');
update source set whole = now() where name = 'p_view';
select is(pg_temp.read(format('[{"line": 1, "mac": "%s", "cells": {"hulp": "ja", "van": "2026-01-01", "tot": "2026-03-01"}}]',
	pg_temp.mac(3)), '2026-02-01 11:00+00'), 'taken', 'then what changed');
select results_eq($$select resident, valid from value where source = pg_temp.source('p_view') and replaced is null order by resident$$,
	$$values (pg_temp.id(1), daterange('2026-01-01', null)), (pg_temp.id(3), daterange('2026-01-01', '2026-03-01'))$$,
	'what got an end has one, and who is not among it did not change');
select is(pg_temp.read('[]'), 'unchanged', 'nothing new is well too');
update source set next = '-infinity' where name = 'p_view';
select is(foreign_take() ->> 'after', '2026-02-01 11:50:00+01', 'it is asked from ten minutes before the last change on');

-- Who may.
select is((select string_agg(f, ' ' order by f) from unnest(array['facts.question_take()', 'facts.foreign_take()', 'people.number_sealed(uuid)']) f
	where has_function_privilege('belfort_city', f, 'execute')), null, 'the pages can ask nobody about a number');
select is((select string_agg(f, ' ' order by f) from unnest(array['facts.question_take()', 'facts.foreign_take()']) f
	where has_function_privilege('belfort_jobs', f, 'execute')), 'facts.foreign_take() facts.question_take()', 'the background work can');

select * from finish();
rollback;
