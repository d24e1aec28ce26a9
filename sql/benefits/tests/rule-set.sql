-- The rules about rights: who wrote, who confirmed, and that nothing of it
-- changes afterwards.
begin;
select plan(50);
set local search_path = benefits, people, tap, public;

insert into account (id, kind, name, login) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'An Schrijft', 'an_schrijft'),
	('00000000-0000-0000-0000-0000000000a2', 'staff', 'Bo Kijkt', 'bo_kijkt');

create function pg_temp.document(text text, login text, force boolean = true) returns json
language sql as $$
	select json_build_object('sha256', benefits.hash_of(text), 'by', 'An',
		'force', force, 'files', json_build_array(
			json_build_object('name', 'proef.lua', 'text', text, 'login', login, 'diff', '[]'::json),
			json_build_object('name', 'vaste.lua', 'text', 'blijft', 'login', login, 'diff', '[]'::json)),
		'rights', json_build_array(json_build_object('code', 'proef', 'file', 'proef.lua',
			'title', json_build_object('nl', 'Proef'), 'city', true, 'granting', 'request')));
$$;
create function pg_temp.until(name text) returns text language sql as $$
	select benefits.in_force() -> 'files' ->> name;
$$;

select is(rules_publish(pg_temp.document('een', 'an_schrijft')) ->> 'result', 'published', 'a set is put in force');
select is((in_force() ->> 'version')::int, (select max(version) from part), 'and pages ask for that version');
select is(rules_publish(pg_temp.document('een', 'bo_kijkt')) ->> 'result', 'unchanged', 'the same set again changes nothing');
select is((select saved_by from text where name = 'proef.lua' and sha256 = hash_of('een')),
	'00000000-0000-0000-0000-0000000000a1'::uuid, 'and it stays of who saved it first');
select is(pg_temp.until('proef.lua'), null, 'one person is not enough');

select throws_ok($$select rules_confirm('{"login": "an_schrijft", "until": "2999-01-01", "files": ["proef.lua"]}')$$,
	'P0001', 'the day must be from today on, at most two years ahead', 'nobody knows figures of so far ahead');
select throws_ok($$select confirm_parts('00000000-0000-0000-0000-0000000000a1', array['proef.lua'], current_date)$$,
	'BF000', 'your_own', 'nobody confirms what they saved');
select throws_ok($$insert into confirmation (name, sha256, saved_by, confirmed_by, until)
	select name, sha256, saved_by, saved_by, current_date from text where name = 'proef.lua'$$,
	'23514', null, 'which the table itself refuses');
select throws_ok($$insert into confirmation (name, sha256, saved_by, confirmed_by, until)
	select name, sha256, '00000000-0000-0000-0000-0000000000a2', saved_by, current_date from text where name = 'proef.lua'$$,
	'23503', null, 'also of who says that somebody else saved it');
select throws_ok($$select rules_confirm('{"login": "niemand", "until": "2026-12-31", "files": []}')$$,
	'P0001', 'the user niemand is no civil servant', 'nor does who is no civil servant');
select throws_ok($$select confirm_parts('00000000-0000-0000-0000-0000000000a2', array['proef.lua', 'andere.lua'], current_date)$$,
	'BF000', 'not_found', 'what is not in force cannot be confirmed');
select is(pg_temp.until('proef.lua'), null, 'and then nothing is');

select is(rules_confirm(json_build_object('login', 'bo_kijkt', 'until', current_date + 30, 'files', '[]'::json)), 2,
	'a second person confirms all files');
select is(pg_temp.until('proef.lua'), (current_date + 30)::text, 'until a day');
do $$ begin perform rules_confirm(json_build_object('login', 'bo_kijkt', 'until', current_date + 30, 'files', '[]'::json)); end $$;
select is((select count(*) from confirmation where name = 'proef.lua'), 1::bigint, 'sent twice it is one confirmation');

do $$ begin perform rules_publish(pg_temp.document('twee', 'bo_kijkt')); end $$;
select is(pg_temp.until('proef.lua'), null, 'a text that changed is not confirmed');
select is((select changes::text from changes_since() where name = 'proef.lua'), null, 'a version in which no line differs has nothing to show');
create function pg_temp.lines(vaste text, proef text) returns void language sql as $$
	select rules_publish(json_build_object('sha256', hash_of(vaste || proef), 'by', 'An', 'force', true, 'rights', '[]'::json,
		'files', json_build_array(
			json_build_object('name', 'proef.lua', 'text', proef, 'login', 'bo_kijkt', 'diff', json_build_array(json_build_object('op', '+', 'text', proef))),
			json_build_object('name', 'vaste.lua', 'text', vaste, 'login', 'bo_kijkt', 'diff', json_build_array(json_build_object('op', '+', 'text', vaste))))));
$$;
do $$ begin perform pg_temp.lines('blijft', 'nieuw'); perform pg_temp.lines('anders', 'nieuw'); end $$;
select is((select changes #>> '{0,lines,0,text}' || json_array_length(changes) from changes_since() where name = 'proef.lua'), 'nieuw1',
	'what a later version left as it was is told once');
select is((select changes #>> '{0,lines,0,text}' || json_array_length(changes) from changes_since() where name = 'vaste.lua'), 'anders1',
	'and what was confirmed is not told');
do $$ begin perform rules_publish(pg_temp.document('twee', 'bo_kijkt')); end $$;
select is(pg_temp.until('vaste.lua'), (current_date + 30)::text, 'one that did not change still is');
do $$ begin perform rules_publish(pg_temp.document('drie', null)); end $$;
select throws_ok($$select confirm_parts('00000000-0000-0000-0000-0000000000a2', array['proef.lua'], current_date)$$,
	'BF000', 'saved_by_nobody', 'what nobody known saved is not confirmed');
do $$ begin perform rules_publish(pg_temp.document('drie', 'an_schrijft')); end $$;
select lives_ok($$select confirm_parts('00000000-0000-0000-0000-0000000000a2', array['proef.lua'], current_date)$$,
	'until somebody puts it in force as themselves');

select throws_like($$update text set saved_by = '00000000-0000-0000-0000-0000000000a2' where sha256 = hash_of('een')$$,
	'%stays as it is', 'who saved a text does not change');
select throws_like($$delete from part$$, '%stays as it is', 'nor what a version is made of');
select throws_like($$update confirmation set until = until + 1$$, '%stays as it is', 'nor what was confirmed');

-- --- for features that decide ---------------------------------------------------
select throws_ok($$select in_force_kept(-1)$$, '40001', null, 'who decides by a version of before begins again');
select lives_ok($$select in_force_kept((in_force() ->> 'version')::integer)$$, 'by that of now not');
select ok(exists (select from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted and pid = pg_backend_pid()),
	'and it stays until they are done');
select is((select count(*) from rules_held((in_force() ->> 'version')::integer)), 0::bigint, 'what was kept before is not known whole');
do $$ begin perform rules_publish((pg_temp.document('vijf', 'an_schrijft')::jsonb || '{"rights": [{"code": "proef", "file": "proef.lua",
	"title": {"nl": "Proef"}, "city": true, "granting": "automatic", "person": true, "period": "year", "payment": "transfer", "reads": ["a", "b"]}]}')::json); end $$;
select is((select (person, period, payment, reads)::text from rules_held((in_force() ->> 'version')::integer)),
	'(t,year,transfer,"{a,b}")', 'of one of now, what granting needs');

-- --- the emergency stop ---------------------------------------------------------
create function pg_temp.enter(who uuid) returns text language sql as $$
	insert into people.session (id, account, method, ends, signed)
	values (encode(sha256(convert_to('s' || who, 'UTF8')), 'hex'), who, 'test', now() + interval '1 hour', now())
	returning id;
$$;
create temp table one as select pg_temp.enter('00000000-0000-0000-0000-0000000000a1') as an,
	pg_temp.enter('00000000-0000-0000-0000-0000000000a2') as bo;
grant select on one to public;
-- As if nothing was ever stopped.
set local session_replication_role = replica;
delete from stop;
set local session_replication_role = origin;

select is((in_force() ->> 'stopped', in_force() ->> 'stops')::text, '([],0)', 'nothing is stopped');
select throws_ok($$select stop_put(an, 'andere', 'Er is iets mis.') from one$$, 'BF000', 'not_found', 'what is no rule is not stopped');
select throws_ok($$select stop_put('niemand', 'proef', 'Er is iets mis.')$$, 'BF000', 'not_found', 'nor by nobody');
select throws_ok($$select stop_put(an, 'proef', '  ') from one$$, '23514', null, 'nor without a reason');
select lives_ok($$select stop_put(an, 'proef', ' Er is iets mis. ') from one$$, 'one person stops a rule');
select is((in_force() ->> 'stopped', in_force() ->> 'stops')::text, '("[""proef""]",1)', 'which each page then knows');
select throws_ok($$select stop_put(bo, 'proef', 'Ook ik.') from one$$, 'BF000', 'stopped_already', 'it is stopped once');
select throws_ok($$select in_force_kept((in_force() ->> 'version')::integer, 0)$$, '40001', null, 'who decides as before the stop begins again');
select lives_ok($$select in_force_kept((in_force() ->> 'version')::integer, 1)$$, 'as after it not');
select ok(exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and pid = pg_backend_pid()),
	'a stop waits for who decides');
do $$ begin perform rules_publish(pg_temp.document('zes', 'an_schrijft')); end $$;
select is(in_force() ->> 'stopped', '["proef"]', 'another version of the rule is stopped too');
select throws_ok($$select stop_lift(an, 'proef', 'Toch goed.') from one$$, 'BF000', 'your_own_stop', 'who stopped it does not let it go on');
select throws_ok($$update stop set lifted_by = stopped_by, lifted = clock_timestamp(), lift_reason = 'x'$$, '23514', null, 'which the table itself refuses');
select is(stopped_since('-infinity'), null, 'nothing went on yet');
select lives_ok($$select stop_lift(bo, 'proef', 'Toch goed.') from one$$, 'another person does');
select is((in_force() ->> 'stopped', in_force() ->> 'stops')::text, '([],2)', 'then nothing is stopped, but it is not as before');
select is(stopped_since('-infinity'), current_date, 'and who decides knows since when');
select is((select string_agg(concat_ws(', ', x ->> 'code', x ->> 'title', x ->> 'reason', x ->> 'by', x ->> 'lifted_by', x ->> 'open'), '; ')
	from json_array_elements(stops() -> 'rows') x), 'proef, {"nl": "Proef"}, Er is iets mis., An Schrijft, Bo Kijkt, false', 'everybody reads who, why and how it went on');
select throws_like($$update stop set reason = 'Iets anders.'$$, '%stays as it is', 'what was stopped and why stays as it is');
select throws_like($$delete from stop$$, '%stays as it is', 'nor does it go');

select * from finish();
rollback;
