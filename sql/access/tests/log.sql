-- Who looked: what is written, who may see it, that nobody changes it.
begin;
select plan(26);
set local search_path = access, people, tap, public;

insert into resident (id) values
	('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002');
insert into account (id, kind, resident, name) values
	('00000000-0000-0000-0000-00000000000a', 'resident', '00000000-0000-0000-0000-000000000001', 'Roos'),
	('00000000-0000-0000-0000-00000000000b', 'resident', '00000000-0000-0000-0000-000000000002', 'Rik'),
	('00000000-0000-0000-0000-00000000000c', 'staff', null, 'Bas');
insert into session (id, account, level, method, ends)
select repeat(right(id::text, 1), 64), id, case kind when 'resident' then 'low' end, 'test', now() + interval '1 hour'
from account where id::text like '%0000000000_';

create function pg_temp.list(who text) returns jsonb language sql as
	$$ select coalesce(jsonb_agg(r order by nr), '[]')
	from jsonb_array_elements(access.mine(repeat(who, 64), null, 'nl')::jsonb -> 'rows') with ordinality l(r, nr)
	where (r ->> 'id')::bigint in (select id from entry where xid = pg_current_xact_id()) $$;

select throws_ok($$select note(null, 'access.audit', '00000000-0000-0000-0000-000000000001')$$,
	'BF000', 'sign_in', 'nobody looks as nobody');
select throws_ok($$select note(repeat('a', 64), 'access.audit', '00000000-0000-0000-0000-000000000002')$$,
	'BF000', 'sign_in', 'nor does a resident');
select throws_ok($$select note(repeat('c', 64), 'access.none', '00000000-0000-0000-0000-000000000001')$$,
	'P0002', null, 'nor for a purpose that nobody declared');
select lives_ok($$select note(repeat('c', 64), 'access.audit', '00000000-0000-0000-0000-000000000001', ' voor haar dossier ')$$,
	'a civil servant does, and it is written');
select is(jsonb_array_length(pg_temp.list('a')), 1, 'the resident sees it');
select is(pg_temp.list('a') -> 0 ->> 'reason', 'voor haar dossier', 'with the reason');
select ok(pg_temp.list('a')::text !~ 'Bas', 'without the name of who looked');
select is(jsonb_array_length(pg_temp.list('b')), 0, 'another resident does not');
select note_many('access.audit', 'rule', 'regel 12');
select is(jsonb_array_length(pg_temp.list('b')), 1, 'a look at all is in everybody''s list');

insert into entry (look, kind, actor, subject, held_until, held_ground)
select max(id), 'staff', '00000000-0000-0000-0000-00000000000c', '00000000-0000-0000-0000-000000000002',
	current_date + 1, 'Wet op het politieambt' from belfort.look;
select is(jsonb_array_length(pg_temp.list('b')), 1, 'what is held back is not there before its day');
insert into entry (at, look, kind, actor, subject, held_until, held_ground)
select now() - interval '1 minute', max(id), 'staff', '00000000-0000-0000-0000-00000000000c',
	'00000000-0000-0000-0000-000000000002', current_date, 'Wet op het politieambt' from belfort.look;
select is((select count(*)::int from jsonb_array_elements(pg_temp.list('b')) r where r ->> 'held' is not null), 1,
	'and is there, with the law, from then on');

select throws_ok($$update entry set reason = 'x'$$, 'P0001', null, 'nobody changes a record');
select throws_ok($$delete from entry$$, 'P0001', null, 'or takes one away');
select throws_ok($$truncate entry$$, 'P0001', null, 'or all');

select lives_ok($$select ask(repeat('a', 64), id, '') from entry where reason = 'voor haar dossier'$$,
	'who was looked at asks why');
select throws_ok($$select ask(repeat('b', 64), id, '') from entry where reason = 'voor haar dossier'$$,
	'BF000', 'not_found', 'another one cannot');
update account set resident = null where name = 'Rik';
select throws_ok($$select ask(repeat('b', 64), id, '') from entry where reason = 'regel 12'$$,
	'BF000', 'not_found', 'nor can who is not in the register, about a look at all');
select throws_ok($$select reply(repeat('c', 64), id, 'Daarom.') from question$$,
	'BF000', 'conflict', 'who looked does not answer');
select is((select count(*)::int from entry where xid = pg_current_xact_id() and not exists (select from seal where entry = id)), 4,
	'records wait for their links');
select seal_some();
select ok((select bool_and(s.hash = sha256(coalesce(before.hash, sha256('Belfort')) || convert_to(said(r), 'UTF8')))
	from seal s join entry r on r.id = s.entry
	left join seal before on before.position = s.position - 1)
	and (select count(*) = 4 from seal s join entry e on e.id = s.entry where e.xid = pg_current_xact_id()), 'and get them, each over the one before');

-- One visit is one entry that opens.
create function pg_temp.look(minutes integer, who text, word text) returns void language sql as
	$$ insert into entry (at, look, kind, actor, subject, reason)
	select now() + make_interval(mins => minutes + 1), max(id), 'staff',
		('00000000-0000-0000-0000-00000000000' || who)::uuid, '00000000-0000-0000-0000-000000000001', word from belfort.look $$;
create function pg_temp.visits() returns jsonb language sql as
	$$ select coalesce(jsonb_agg(r -> 'visit' -> 'looks'), '[]') from jsonb_array_elements(pg_temp.list('a')) r
	where r ->> 'visit' is not null $$;
select pg_temp.look(0, 'c', 'loket'), pg_temp.look(29, 'c', 'loket'), pg_temp.look(58, 'c', 'loket');
select is(pg_temp.visits(), '[3]', 'what one does for one reason, without half an hour between, is one visit');
select is((select array_agg(r ->> 'reason' || (r ->> 'visit_ends') order by nr) from jsonb_array_elements(pg_temp.list('a'))
	with ordinality l(r, nr) where r ->> 'reason' = 'loket'), '{loketfalse,loketfalse,lokettrue}', 'which ends with its first look');
select pg_temp.look(89, 'c', 'loket'), pg_temp.look(90, 'd', 'loket'), pg_temp.look(91, 'd', 'dossier');
select is(pg_temp.visits(), '[3]', 'later, another one, or for another reason, is not');
select pg_temp.look(92, 'd', 'dossier');
select is(pg_temp.visits(), '[2, 3]', 'two visits are two');
insert into entry (at, look, kind, subject, rule, version)
select now() + make_interval(mins => 94, secs => n), max(id), 'rule', null, 'regel_' || n, 1
from belfort.look, generate_series(1, 4) n group by n;
select is(pg_temp.visits() -> 0, '4', 'what rules do together is one entry too');

-- It is three at night somewhere.
select set_config('timezone', '<night>' || extract(hour from now() at time zone 'UTC') - 3, true);
select ok((select count(*) > 0 and count(*) = count(distinct l ->> 'label')
	from jsonb_array_elements(audit(repeat('c', 64), 'nl')::jsonb -> 'late') l where l ->> 'staff' = 'Bas'),
	'a list of many at night is one line for who audits');

select * from finish();
rollback;
