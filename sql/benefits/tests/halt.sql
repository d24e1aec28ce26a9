-- A version by which deciding fails: what it changed stops first, all of it
-- where that is not enough or nobody can tell.
begin;
select plan(12);
set local search_path = benefits, tap, public;

-- As if nothing was ever stopped.
set local session_replication_role = replica;
delete from stop;
delete from halt;
set local session_replication_role = origin;

-- Rules 'eerste' of the city and 'andere' of another, and a file of facts.
create function pg_temp.version(eerste text, andere text, feiten text = 'feiten') returns integer
language sql as $$
	select (benefits.rules_publish(json_build_object('sha256', benefits.hash_of(concat_ws('|', eerste, andere, feiten)),
		'by', 'An', 'force', true, 'files', (select json_agg(json_build_object('name', f.name || '.lua',
				'text', f.text, 'diff', '[]'::json))
			from (values ('eerste', eerste), ('tweede', 'blijft'), ('andere', andere), ('feiten', feiten)) f(name, text)),
		'rights', (select json_agg(json_build_object('code', r.code, 'file', r.code || '.lua',
				'title', json_build_object('nl', r.code), 'city', r.city, 'granting', 'automatic'))
			from (values ('eerste', true), ('tweede', true), ('andere', false)) r(code, city))))
		->> 'version')::integer;
$$;
create function pg_temp.stopped() returns text language sql as $$ select benefits.in_force() ->> 'stopped' $$;
create temp table v (name text, nr integer);
create function pg_temp.nr(which text) returns integer language sql as $$ select nr from v where name = which $$;

insert into v select 'worked', pg_temp.version('a', 'a');
insert into v select 'next', pg_temp.version('b', 'a');
select ok(not halt_put(pg_temp.nr('worked'), null, 'Mis.'), 'a version that is not in force is not stopped');
select ok(halt_put(pg_temp.nr('next'), pg_temp.nr('worked'), 'Mis.'), 'one that fails is');
select is(pg_temp.stopped(), '["eerste"]', 'first what it changed');
select ok(not halted(pg_temp.nr('next')), 'and the others are tried without it');
select ok(halt_put(pg_temp.nr('next'), pg_temp.nr('worked'), 'Weer mis.'), 'when that fails too');
select is(pg_temp.stopped(), '["eerste", "tweede"]', 'all of the city is');
select ok(halted(pg_temp.nr('next')), 'and it is not tried again');
select ok(not halt_put(pg_temp.nr('next'), pg_temp.nr('worked'), 'Nog eens.'), 'nor told again');

insert into v select 'other', pg_temp.version('b', 'b');
select is(rules_blamed(pg_temp.nr('other'), pg_temp.nr('next')), '{andere}', 'a rule of others that changed is to blame for what rests on it');
select is(rules_blamed(pg_temp.nr('other'), null), '{}', 'without a version that worked nobody can tell');
select is(rules_blamed(pg_temp.nr('other'), pg_temp.nr('other')), '{}', 'nor where nothing changed');
insert into v select 'facts', pg_temp.version('c', 'b', 'andere feiten');
select is(rules_blamed(pg_temp.nr('facts'), pg_temp.nr('other')), '{}', 'nor where facts did, on which all rests');

select * from finish();
rollback;
