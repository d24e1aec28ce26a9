-- Orders: what comes in force from a day, by two people; once, or not at all.
begin;
select plan(28);
set local search_path = benefits, people, tap, public;

insert into account (id, kind, name, login) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'An Schrijft', 'an_schrijft'),
	('00000000-0000-0000-0000-0000000000a2', 'staff', 'Bo Kijkt', 'bo_kijkt'),
	('00000000-0000-0000-0000-0000000000a3', 'staff', 'Cas Leest', 'cas_leest');

create function pg_temp.ordered(change jsonb default '{}') returns bigint
language sql as $$
	select benefits.order_put((jsonb_build_object(
		'asked_by', '00000000-0000-0000-0000-0000000000a1', 'asked_name', 'An Schrijft',
		'second_by', '00000000-0000-0000-0000-0000000000a2', 'second_name', 'Bo Kijkt',
		'reason', 'Een proef', 'due', current_date, 'until', current_date + 30,
		'files', '[{"name": "proef.lua", "text": "een"}]'::jsonb) || change)::json);
$$;
create function pg_temp.row(which bigint) returns json
language sql as $$
	select o from json_array_elements(benefits.orders()) o
	where (o ->> 'id')::bigint = which;
$$;
-- As the background work does it.
create function pg_temp.publish(which bigint, text text, login text default null)
returns integer language plpgsql as $$
declare
	o jsonb := belfort.rules_order_due('benefits');
	v integer;
begin
	v := benefits.rules_publish((jsonb_build_object('sha256', benefits.hash_of(text),
		'by', 'An Schrijft', 'reason', 'Een proef', 'force', true,
		'files', jsonb_build_array(jsonb_build_object('name', 'proef.lua',
			'text', text, 'login', login, 'diff', '[]'::jsonb,
			'saved_by', o -> 'files' -> 0 ->> 'saved_by')))
		|| coalesce(jsonb_build_object('second_by', o ->> 'second_by',
			'second_name', o ->> 'second_name', 'until', o ->> 'until'), '{}'))::json) ->> 'version';
	if which is not null then
		perform belfort.rules_order_end('benefits', which, 'done', v, null);
	end if;
	return v;
end;
$$;

-- --- what cannot be ordered -----------------------------------------------------
select throws_ok($$select pg_temp.ordered('{"second_by": "00000000-0000-0000-0000-0000000000a1"}')$$,
	'23514', null, 'one person is not two');
select throws_ok($$select pg_temp.ordered('{"files": [{"name": "proef.lua", "text": "een",
	"saved_by": "00000000-0000-0000-0000-0000000000a2"}]}')$$,
	'23514', null, 'nor where they wrote one of the files');
select throws_ok($$select pg_temp.ordered('{"second_by": null}')$$, '23502', null, 'nor without a second');
select throws_ok($$select pg_temp.ordered('{"reason": ""}')$$, '23514', null, 'nor without a reason');
select throws_ok($$select pg_temp.ordered('{"files": []}')$$, 'P0001', 'an order changes at least one file', 'nor of nothing');
select throws_ok($$select pg_temp.ordered('{"files": [{"name": "proef.lua"}]}')$$,
	'23514', null, 'nor of a file that goes and was not there');
select throws_ok($$select pg_temp.ordered('{"files": [{"name": "../proef.lua", "text": "een"}]}')$$,
	'23514', null, 'nor of a file elsewhere');
select throws_ok($$select pg_temp.ordered(jsonb_build_object('due', current_date - 1))$$,
	'P0001', 'an order is for today or later', 'nor for yesterday');
select throws_ok($$select pg_temp.ordered(jsonb_build_object('until', current_date + 800))$$,
	'BF000', 'no_such_day', 'nobody knows figures of so far ahead');
select throws_ok($$select pg_temp.ordered(jsonb_build_object('due', current_date + 40))$$,
	'23514', null, 'nor for after they were right');

-- --- waiting -----------------------------------------------------------------------
create temp table made (name text, id bigint);
insert into made select 'later', pg_temp.ordered(jsonb_build_object('due', current_date + 2));
select is(belfort.rules_order_due('benefits')::text, null, 'what is for later is not due');
select is(pg_temp.row(id) -> 'files' -> 0 ->> 'text', 'een', 'and can be read') from made;
select lives_ok(format('select order_withdraw(%s)', id), 'it is taken back') from made;
select throws_ok(format('select order_withdraw(%s)', id), 'BF000', 'conflict', 'once') from made;
select is(pg_temp.row(id) ->> 'state', 'withdrawn', 'and stays known') from made;
select is(pg_temp.row(id) -> 'files' -> 0 ->> 'text', null, 'without its text') from made;
select throws_ok(format($$select belfort.rules_order_end('benefits', %s, 'failed', null, '{}')$$, id),
	'40001', null, 'it cannot end again') from made;
select ok(not belfort.rules_order_withdraw('budget', id), 'another feature cannot reach it') from made;

-- --- carried out --------------------------------------------------------------------
insert into made select 'now', pg_temp.ordered();
select is((belfort.rules_order_due('benefits') ->> 'id')::bigint, id, 'what is for today is due')
from made where name = 'now';
create temp table done as select pg_temp.publish(id, 'een') as version from made where name = 'now';
select is(pg_temp.row(id) ->> 'version', done.version::text, 'it knows its version')
from made, done where name = 'now';
select is(order_told(id) ->> 'state', 'done', 'and what became of it is told by itself') from made where name = 'now';
select is(belfort.rules_order_told('budget', id)::text, null, 'to no other feature') from made where name = 'now';
select is((select (saved_by, confirmed_by, until)::text from confirmation
	where name = 'proef.lua' and sha256 = hash_of('een')),
	format('(00000000-0000-0000-0000-0000000000a1,00000000-0000-0000-0000-0000000000a2,%s)', current_date + 30),
	'two people stand by what they ordered');
select is(in_force() -> 'files' ->> 'proef.lua', (current_date + 30)::text, 'so that it grants');
select is((select (by, reason)::text from belfort.rule_force where feature = 'benefits' and until is null),
	'("Bo Kijkt","Een proef")', 'who put it in force is known');

-- A text of before, which the second person wrote then: the first stands by it.
select pg_temp.publish(null, 'twee', 'bo_kijkt');
insert into made select 'back', pg_temp.ordered('{"files": [{"name": "proef.lua", "text": "twee"}]}');
select pg_temp.publish(id, 'twee') from made where name = 'back';
select is((select (saved_by, confirmed_by)::text from confirmation
	where name = 'proef.lua' and sha256 = hash_of('twee')),
	'(00000000-0000-0000-0000-0000000000a2,00000000-0000-0000-0000-0000000000a1)',
	'nobody confirms a text that they wrote before');
-- What was right until a day that is over confirms nothing.
insert into made select 'late', pg_temp.ordered('{"files": [{"name": "proef.lua", "text": "drie"}]}');
update belfort.rule_order set due = current_date - 3, until = current_date - 1
from made where made.id = rule_order.id and made.name = 'late';
select pg_temp.publish(id, 'drie') from made where name = 'late';
select is((select count(*) from confirmation where sha256 = hash_of('drie')), 0::bigint,
	'what was right until yesterday is not confirmed today');

-- --- many ----------------------------------------------------------------------------
do $$ begin perform pg_temp.ordered(jsonb_build_object('due', current_date + 2)) from generate_series(1, 201); end $$;
select is(json_array_length(benefits.orders())::bigint, (select count(*) from belfort.rule_order where feature = 'benefits'),
	'what was ordered long ago is told still');

select * from finish();
rollback;
