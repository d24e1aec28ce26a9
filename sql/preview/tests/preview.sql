-- What is kept of the city without who it is, and how much may be asked of it.
begin;
select plan(21);
set local search_path = preview, people, tap, public;

-- kinds of households
select is(kind_of('{referentiepersoon}'), 0::smallint, 'somebody alone');
select is(kind_of('{referentiepersoon,kind,kind}'), 1::smallint, 'with children');
select is(kind_of('{referentiepersoon,partner}'), 2::smallint, 'a couple');
select is(kind_of('{partner,kind,referentiepersoon}'), 3::smallint, 'with children');
select is(kind_of('{referentiepersoon,partner,kind,familie}'), 4::smallint, 'others too');
select is(kind_of('{ander}'), 4::smallint, 'only others');

-- keys
select is(key_of('\x00', 'A1'), key_of('\x00', 'A1'), 'a household has one key');
select isnt(key_of('\x00', 'A1'), key_of('\x00', 'A2'), 'another has another');
select isnt(key_of('\x00', 'A1'), key_of('\x01', 'A1'), 'which nobody makes without the secret');
select is(length(key_of('\x00', repeat('x', 1000))), 8, 'of eight bytes');

-- snapshots
delete from snapshot;
select ok(due(), 'without a snapshot it is time for one');
select is((snapshot_make() ->> 'made')::boolean, true, 'it is made');
select is((snapshot_make() ->> 'made')::boolean, false, 'once');
select is((select count(*)::int from snapshot), 1, 'that of before is gone');
update snapshot set day = day - 1;
select is(due(), facts.whole(), 'on another day it is time again, when all facts are of that day');
update snapshot set day = day + 1;
select is((select count(*) from home), (select count(*) from facts.known), 'each household is in it');
select is((select homes from snapshot), (select count(*)::int from home), 'and counted');

-- what may be asked
insert into people.account (id, kind, name) values ('00000000-0000-0000-0000-0000000000e1', 'staff', 'Proef');
insert into people.session (id, account, method, ends, signed)
	values (repeat('e', 64), '00000000-0000-0000-0000-0000000000e1', 'test', now() + interval '1 hour', now());
create function asked(nr integer, points integer) returns integer
language sql as $$
	select (ask(repeat('e', 64), lpad(to_hex(nr), 64, '0'), points, 'proef') ->> 'left')::integer
$$;
select is(asked(1, 30), allowance() - 30, 'a question takes its points');
select is(asked(1, 30), allowance() - 30, 'once in a day');
select throws_ok(format('select asked(2, %s)', allowance()), 'BF000', 'spent', 'more than is left is refused');
select is((select count(*)::int from access.entry e join belfort.look l on l.id = e.look
	where l.name = 'preview.city' and e.actor = '00000000-0000-0000-0000-0000000000e1'), 2,
	'each that was answered is in the log, and none that was refused');

select * from finish();
