-- Who waits to be decided on after a run over the whole city: those of whom
-- something follows, and nobody each day again.
begin;
select plan(16);
set local search_path = grants, people, ext, tap, public;

create function pg_temp.who(n integer) returns uuid language sql as
	$$ select ('00000000-0000-0000-0000-0000000007' || lpad(n::text, 2, '0'))::uuid $$;
-- Eleven who live alone, each with facts; the last two moved.
create temp table home as select n, 'W' || lpad(n::text, 2, '0') as household, pg_temp.who(n) as id from generate_series(1, 11) n;
insert into resident (id, born, since) select id, '1980-01-01', '2020-01-01' from home;
insert into household_member (resident, household, role, from_day) select id, household, 'referentiepersoon', '2020-01-01' from home;
update household_member set until = '2026-01-01' where household in ('W10', 'W11');
insert into household_member (resident, household, role, from_day) values
	(pg_temp.who(10), 'W10new', 'referentiepersoon', '2026-01-01'), (pg_temp.who(11), 'W11new', 'referentiepersoon', '2026-01-01');
insert into facts.packed (household, bytes, serial) select household, '', 0 from home union all values ('W10new', ''::bytea, 0), ('W11new', '', 0);
insert into facts.packed_person (resident, household, bytes, serial) values
	(pg_temp.who(9), 'W09', '', 0), (pg_temp.who(11), 'W11new', '', 0);

-- A rule of a year, with an amount, and one about people.
insert into run (version, day, in_force, rules, ended) values ((select benefits.version_now()), current_date, '{}',
	'[{"code": "huisvuil", "person": false, "at": 0, "amount": true, "stands": true}, {"code": "delijn", "person": true, "at": 0, "amount": false, "stands": true}]', now());
create temp table n as select * from run order by id desc limit 1;
insert into outcome (run, person, block, data)
select n.id, p.person, b.block, case when p.person then decode(repeat('03', 256), 'hex') else decode(repeat('03', 256) || repeat('00', 2048), 'hex') end
from n, (values (false), (true)) p(person),
	(select distinct nr / 256 as block from facts.packed union select distinct nr / 256 from facts.packed_person) b;
create function pg_temp.out(home text, state integer, most integer default 0) returns void language sql as $$
	update grants.outcome o set data = set_byte(set_byte(o.data, k.nr % 256, state), 1280 + 4 * (k.nr % 256) + 3, most)
	from facts.packed k, n where o.run = n.id and not o.person and k.household = home and o.block = k.nr / 256;
$$;
create function pg_temp.out_person(who uuid, state integer) returns void language sql as $$
	update grants.outcome o set data = set_byte(o.data, k.nr % 256, state)
	from facts.packed_person k, n where o.run = n.id and o.person and k.resident = who and o.block = k.nr / 256;
$$;
-- What was granted, in a state, by a civil servant or not.
create function pg_temp.give(home text, whom uuid, of_rule text, of_subject uuid, of_state text, by uuid default null) returns void language plpgsql as $$
declare
	d bigint := nextval('grants.decision_id_seq');
	g bigint;
	during daterange := period_of('year', current_date);
begin
	insert into granted (household, subject, addressee, rule, each, period, cents, decision, state, ends)
	values (home, of_subject, whom, of_rule, 'year', during, 100, d, of_state,
		case of_state when 'ending' then current_date end) returning id into g;
	insert into decision (id, granted, household, subject, addressee, rule, title, version, day, kind, period, cents, motivation, facts, made_by)
	values (d, g, home, of_subject, whom, of_rule, '{}', 1, current_date, 'grant', during, 100, '{"nl": "x", "en": "x", "fr": "x"}', '[]', by);
end;
$$;
create function pg_temp.waits(of_rule text) returns text[] language plpgsql as $$
begin
	delete from facts.pending;
	perform run_differs(t, r, current_date) from run t, jsonb_array_elements(t.rules) r
	where t.id = (select id from n) and r ->> 'code' = of_rule;
	return array(select household from facts.pending where household like 'W%' order by 1);
end;
$$;

select is(pg_temp.waits('huisvuil'), '{}', 'where nothing came out nobody waits');
select pg_temp.out('W01', 1);
select is(pg_temp.waits('huisvuil'), '{W01}', 'who has a right and was not granted it');
select pg_temp.give('W01', pg_temp.who(1), 'huisvuil', null, 'granted');
select is(pg_temp.waits('huisvuil'), '{}', 'until it is granted');
select pg_temp.out('W02', 1, 50);
select is(pg_temp.waits('huisvuil'), '{}', 'not as long as nobody knows how much');
select pg_temp.out('W03', 0), pg_temp.give('W03', pg_temp.who(3), 'huisvuil', null, 'granted');
select is(pg_temp.waits('huisvuil'), '{W03}', 'who has it no more');
select pg_temp.out('W04', 0), pg_temp.give('W04', pg_temp.who(4), 'huisvuil', null, 'granted', pg_temp.who(20));
select is(pg_temp.waits('huisvuil'), '{W03}', 'but not where a person decided so');
select pg_temp.out('W05', 1), pg_temp.give('W05', pg_temp.who(5), 'huisvuil', null, 'ending');
select is(pg_temp.waits('huisvuil'), '{W03,W05}', 'who has it again before its end');
select pg_temp.out('W06', 1), pg_temp.give('W06', pg_temp.who(6), 'huisvuil', null, 'ending', pg_temp.who(20));
select is(pg_temp.waits('huisvuil'), '{W03,W05}', 'but not where a person announced it');
select pg_temp.out('W07', 2), pg_temp.give('W07', pg_temp.who(7), 'huisvuil', null, 'granted');
select is(pg_temp.waits('huisvuil'), '{W03,W05}', 'what became unknown ends nothing');
select pg_temp.out('W10new', 1);
select is(pg_temp.waits('huisvuil'), '{W03,W05,W10new}', 'who moved has a right where they live now');
select pg_temp.give('W10', pg_temp.who(10), 'huisvuil', null, 'granted');
select is(pg_temp.waits('huisvuil'), '{W03,W05}', 'which they may have taken along');
update granted set state = 'ending', ends = current_date where household = 'W10';
select is(pg_temp.waits('huisvuil'), '{W03,W05,W10new}', 'unless its end was announced');

-- Of people.
select is(pg_temp.waits('delijn'), '{}', 'of people the same');
select pg_temp.out_person(pg_temp.who(9), 1);
select is(pg_temp.waits('delijn'), '{W09}', 'who has a right');
select pg_temp.give('W09', pg_temp.who(9), 'delijn', pg_temp.who(9), 'granted');
select is(pg_temp.waits('delijn'), '{}', 'until it is theirs');
select pg_temp.out_person(pg_temp.who(11), 0), pg_temp.give('W11', pg_temp.who(11), 'delijn', pg_temp.who(11), 'granted');
select is(pg_temp.waits('delijn'), '{W11new}', 'who lost it waits where they live now');
select * from finish();
rollback;
