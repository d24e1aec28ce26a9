-- The chain: which records are sealed when, what a link is made over, and
-- whose records those of everybody are.
begin;
select plan(24);
set local search_path = access, people, tap, public;
set local timezone = 'Europe/Brussels';

insert into resident (id, since, until, ended) values
	('00000000-0000-0000-0000-000000000001', current_date - 100, null, null),
	('00000000-0000-0000-0000-000000000002', current_date + 1, null, null),
	('00000000-0000-0000-0000-000000000003', current_date - 100, current_date - 1, 'vertrokken');
insert into account (id, kind, resident, name)
select id, 'resident', id, right(id::text, 1) from resident where id::text like '00000000%';
insert into session (id, account, level, method, ends)
select repeat(right(id::text, 1), 64), id, 'low', 'test', now() + interval '1 hour'
from account where id::text like '00000000%';

-- The background work seals too: it waits from here on.
select from chain for update;

-- Months that nobody made yet, as the migration makes them.
select belfort.owner_run(belfort.owner_of(t), 'access', format(
	'create table %s_before partition of %1$s for values from (%L) to (%L)', t,
	date_trunc('month', now()) - interval '2 months', date_trunc('month', now())))
from unnest(array['access.entry', 'access.seal']) t
where not exists (select from belfort.partitions_of(t, 'at') where until = date_trunc('month', now()));
select seal_some();
create function pg_temp.sealed(word text) returns bigint language sql as
	$$ select s.position from access.seal s join access.entry e on e.id = s.entry and e.at = s.at where e.reason = word $$;
create function pg_temp.write(word text, moment timestamptz default clock_timestamp()) returns void language sql as
	$$ insert into access.entry (at, look, kind, reason) select moment, max(id), 'service', word from belfort.look $$;

-- A day has its own records before its head, and no others.
update chain set day = current_date - 3, turn = null;
select pg_temp.write('today');
select pg_temp.write('then', (current_date - 2)::timestamptz - interval '1 second');
select is(seal_some() ->> 'more', 'true', 'a day that is over is sealed by itself');
select ok(pg_temp.sealed('then') is not null, 'what is of that day has its link');
select ok(pg_temp.sealed('today') is null, 'what came after has not');
select is((select position from head where day = current_date - 3), pg_temp.sealed('then'), 'the head stands at its last record');
select is((select day from chain), current_date - 2, 'the next day comes then');
select seal_some(), seal_some();
select is((select day from chain), current_date, 'until today');
select is((select count(*)::int from head where day >= current_date - 3), 3, 'each day has a head');
select is((seal_some() ->> 'sealed')::int, 1, 'then what is new gets its link');
select is(pg_temp.sealed('today'), pg_temp.sealed('then') + 1, 'the next one');

-- Whoever began before the end of the day may still write.
update chain set day = current_date, turn = pg_current_xact_id();
select pg_temp.write('tomorrow', (current_date + 1)::timestamptz);
select seal_some();
select ok(pg_temp.sealed('tomorrow') is null, 'while somebody may still write of the day the next one waits');
update chain set turn = null;
select seal_some();
select ok(pg_temp.sealed('tomorrow') is not null, 'then it goes on');

-- Restored into another database, transactions count from the start.
update chain set horizon = '99999999999';
select pg_temp.write('restored');
select seal_some();
select is(pg_temp.sealed('restored'), (select position from chain), 'after a restore all is found once more');
select ok(horizon <= pg_current_xact_id() and since > now() - interval '1 hour', 'and from then on only what is new') from chain;
select pg_temp.write('after it');
select is((seal_some() ->> 'sealed')::int, 1, 'which is sealed');
select ok(count(*) = count(distinct entry) and count(*) = max(position) - min(position) + 1, 'each record once') from seal;

-- What a link is made over.
select ok(said(e) ~ '^\[\d+, "[^"]+Z", \d+, "service", null, null, null, "today", null, null\]$', 'a record as a text')
from entry e where reason = 'today';
select note_many('access.audit', 'rule', 'premie', 'budget', 12);
select ok(said(e) ~ '"premie", null, null, \{"rule":"budget","version":12\}\]$', 'one of rules says which, and in which version')
from entry e where rule = 'budget';
select throws_ok($$select note_many('access.audit', 'rule', 'x', 'budget')$$, '23514', null, 'never without the version');
select throws_ok($$select note_many('access.none', 'rule', 'x')$$, 'P0001', null, 'nor for what nobody declared');

-- Whose they are.
create function pg_temp.sees(who text, word text) returns boolean language sql as
	$$ select exists (select from jsonb_array_elements(access.mine(repeat(who, 64), null, 'nl')::jsonb -> 'rows') r
		where r ->> 'reason' = word) $$;
select ok(pg_temp.sees('1', 'premie'), 'who lives here sees the run of a rule');
select is((select r ->> 'version' from jsonb_array_elements(mine(repeat('1', 64), null, 'nl')::jsonb -> 'rows') r
	where r ->> 'reason' = 'premie'), '12', 'with its version');
select ok(not pg_temp.sees('2', 'premie'), 'who comes to live here later does not');
select ok(not pg_temp.sees('3', 'premie'), 'nor does who had left');
select pg_temp.write('earlier', now() - interval '10 days');
select ok(pg_temp.sees('3', 'earlier'), 'who left sees what ran before');

select * from finish();
rollback;
