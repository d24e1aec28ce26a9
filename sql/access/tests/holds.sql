-- What a resident is told later: who decides, for how long, and that nothing
-- shows it before.
begin;
select plan(34);
set local search_path = access, people, tap, public;

insert into resident (id, since) values
	('00000000-0000-0000-0000-000000000001', '2000-01-01'), ('00000000-0000-0000-0000-000000000002', '2000-01-01');
insert into account (id, kind, resident, name) values
	('00000000-0000-0000-0000-00000000000a', 'resident', '00000000-0000-0000-0000-000000000001', 'Roos'),
	('00000000-0000-0000-0000-00000000000b', 'staff', null, 'Bas'),
	('00000000-0000-0000-0000-00000000000c', 'staff', null, 'Cas'),
	('00000000-0000-0000-0000-00000000000d', 'staff', null, 'Dirk');
insert into session (id, account, level, method, ends)
select repeat(right(id::text, 1), 64), id, case kind when 'resident' then 'low' end, 'test', now() + interval '1 hour'
from account where id::text like '%0000000000_';

create function pg_temp.who(letter text) returns text language sql as $$ select repeat(letter, 64) $$;
create function pg_temp.list() returns jsonb language sql as
	$$ select access.mine(repeat('a', 64), null, 'nl')::jsonb -> 'rows' $$;
create function pg_temp.count() returns integer language sql as $$ select jsonb_array_length(pg_temp.list()) $$;
create function pg_temp.request() returns bigint language sql as $$ select max(id) from access.hold_request $$;
create function pg_temp.kept() returns integer language sql as $$
	select json_array_length(access.about(null, '00000000-0000-0000-0000-000000000001') -> 'access.entry')
		+ json_array_length(access.about(null, '00000000-0000-0000-0000-000000000001') -> 'access.hold') $$;

select note(pg_temp.who('b'), 'access.audit', '00000000-0000-0000-0000-000000000001', 'PV 12/2026');
select note(pg_temp.who('b'), 'access.audit', '00000000-0000-0000-0000-000000000001', 'aan het loket');
create temp table one as select min(id) as id, max(id) as other from entry
	where subject = '00000000-0000-0000-0000-000000000001';

select throws_ok($$select hold_ask(pg_temp.who('b'), id, current_date, 'crime', 'x') from one$$,
	'BF000', 'hold_far', 'not until today');
select throws_ok($$select hold_ask(pg_temp.who('b'), id, current_date + 200, 'crime', 'x') from one$$,
	'BF000', 'hold_far', 'nor for more than six months');
select throws_ok($$select hold_ask(pg_temp.who('b'), id, current_date + 9, 'because', 'x') from one$$,
	'23514', null, 'nor for another ground than those of the law');
select throws_ok($$select hold_ask(pg_temp.who('b'), 0, current_date + 9, 'crime', 'x')$$,
	'BF000', 'hold_late', 'nor what is no look');
select lives_ok($$select hold_ask(pg_temp.who('b'), id, current_date + 9, 'crime', 'WIB 8') from one$$, 'a civil servant asks');
select throws_ok($$select hold_ask(pg_temp.who('c'), id, current_date + 9, 'crime', 'x') from one$$,
	'BF000', 'hold_late', 'once');
select is(pg_temp.count(), 2, 'until it is decided the resident sees the look');
select throws_ok($$select hold_decide(pg_temp.who('b'), pg_temp.request(), 'ja')$$,
	'BF000', 'conflict', 'who asks does not decide');
select is((select json_array_length(holds(pg_temp.who('c'), current_date, 'pv 12', 'nl') -> 'found')), 0,
	'what is asked is not offered again');
select is((holds(pg_temp.who('c'), null, null, 'nl') #>> '{waiting,0,may_decide}'), 'true', 'a colleague is asked');
select is((holds(pg_temp.who('b'), null, null, 'nl') #>> '{waiting,0,may_decide}'), 'false', 'and who asked is not');
select lives_ok($$select hold_decide(pg_temp.who('c'), pg_temp.request(), 'ja')$$, 'and decides');
select throws_ok($$select hold_decide(pg_temp.who('c'), pg_temp.request(), 'nee')$$,
	'BF000', 'conflict', 'once');
select is(pg_temp.count(), 1, 'now the resident does not see it');
select is(pg_temp.kept(), 1, 'nor in what is kept about them, nor that anything is held back');
select ok(pg_temp.list()::text !~ 'held": [^n]|PV 12', 'nor anything of it');
select throws_ok($$select ask(pg_temp.who('a'), id, '') from one$$, 'BF000', 'not_found', 'nor can they ask about it');
select throws_ok($$select ask(pg_temp.who('a'), max(h.entry), '') from hold h$$,
	'BF000', 'not_found', 'nor about the decision');
select is(mine(pg_temp.who('a'), (select id from one), 'nl')::jsonb, mine(pg_temp.who('a'), null, 'nl')::jsonb,
	'nor does paging tell that it is there');
select is((select count(*)::int from entry e join belfort.look l on l.id = e.look where l.name = 'access.hold'
	and e.actor = '00000000-0000-0000-0000-00000000000c' and e.held_until = current_date + 9), 1,
	'the decision is a record itself');

-- Longer, once.
select throws_ok($$select hold_prolong(pg_temp.who('b'), pg_temp.request(), current_date + 8, 'x')$$,
	'BF000', 'conflict', 'longer is not shorter');
select lives_ok($$select hold_prolong(pg_temp.who('b'), pg_temp.request(), current_date + 30, 'nog bezig')$$, 'it may be longer');
select lives_ok($$select hold_decide(pg_temp.who('d'), pg_temp.request(), 'ja')$$, 'when another decides so');
select throws_ok($$select hold_prolong(pg_temp.who('b'), pg_temp.request(), current_date + 60, 'x')$$,
	'BF000', 'conflict', 'once');
select is((select count(*)::int from hold where until = current_date + 30), 3,
	'the look and both decisions are held back as long');

-- What they asked about, who looked.
select ask(pg_temp.who('a'), other, '') from one;
select throws_ok($$select hold_ask(pg_temp.who('b'), other, current_date + 9, 'crime', 'x') from one$$,
	'BF000', 'hold_late', 'what the resident asked about is not held back');
select note(pg_temp.who('d'), 'access.audit', '00000000-0000-0000-0000-000000000001', 'PV 13');
select hold_ask(pg_temp.who('c'), max(id), current_date + 9, 'inspection', 'x') from entry where reason = 'PV 13';
select throws_ok($$select hold_decide(pg_temp.who('d'), pg_temp.request(), 'ja')$$,
	'BF000', 'conflict', 'who looked does not decide');
select lives_ok($$select hold_decide(pg_temp.who('b'), pg_temp.request(), 'nee')$$, 'a colleague says no');
select is(pg_temp.count(), 2, 'then it is seen');
select lives_ok($$select hold_ask(pg_temp.who('c'), max(id), current_date + 9, 'inspection', 'x') from entry where reason = 'PV 13'$$,
	'and may be asked again');

-- The day is there.
select note(pg_temp.who('b'), 'access.audit', '00000000-0000-0000-0000-000000000001', 'PV 14');
insert into hold (entry, subject, until, ground, request)
select id, subject, current_date, 'protection', 1 from entry where reason = 'PV 14';
select is((select r -> 'held' from jsonb_array_elements(pg_temp.list()) r where r ->> 'reason' = 'PV 14'),
	jsonb_build_object('until', current_date, 'is_protection', true),
	'from the day on the resident sees it, until when it was held back, and by which law');

select throws_ok($$update hold set until = current_date$$, 'P0001', null, 'nobody changes what is held back');
select throws_ok($$delete from hold$$, 'P0001', null, 'or takes it away');
select is((select count(*)::int from hold h where not exists (select from entry e where e.id = h.entry)), 0,
	'each is of a record of the log');

select * from finish();
rollback;
