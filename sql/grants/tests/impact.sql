-- What everybody may see of who got what, whatever the counts are.
begin;
select plan(11);
set local search_path = grants, people, ext, tap, public;

create function pg_temp.who(q integer, n integer) returns uuid language sql as
	$$ select format('00000000-0000-0000-%s-%s', lpad(q::text, 4, '0'), lpad(n::text, 12, '0'))::uuid $$;
delete from impact;
delete from facts.pending;
update run set ended = null;
insert into neighbourhood (number, name) select 9000 + q, 'Proef ' || q from generate_series(1, 3) q;
-- Three neighbourhoods: with 45, with 9 and with nobody that the rule says yes to.
create temp table home as
	select pg_temp.who(q, n) as id, format('I-%s-%s', q, n) as household, 9000 + q as quarter, q < 3 as has
	from (values (1, 45), (2, 9), (3, 5)) c(q, most) cross join generate_series(1, most) n;
insert into resident (id, born) select id, '1980-01-01' from home;
insert into household_member (resident, household, role, from_day) select id, household, 'referentiepersoon', '2020-01-01' from home;
insert into address (resident, street, house, postal, neighbourhood, from_day) select id, 'Proefstraat', '1', '9000', quarter, '2020-01-01' from home;
insert into facts.packed (household, bytes, serial) select household, ''::bytea, nextval('facts.serial') from home
	on conflict (household) do nothing;
insert into run (version, day, in_force, rules, ended) values (1, current_date, '{}',
	'[{"code": "proef", "person": false, "at": 0, "amount": false, "stands": true}, {"code": "ander", "person": false, "at": 256, "amount": false, "stands": false}]', now());
create function pg_temp.block(b integer) returns bytea language plpgsql as $$
declare
	out bytea := decode(repeat('00', 256) || repeat('01', 256), 'hex');
	k record;
begin
	for k in select p.nr from facts.packed p join home h on h.household = p.household and h.has where p.nr / 256 = b loop
		out := set_byte(out, k.nr % 256, 1);
	end loop;
	return out;
end;
$$;
insert into outcome (run, person, block, data)
select (select max(id) from run), false, b, pg_temp.block(b)
from (select distinct p.nr / 256 as b from facts.packed p join home using (household)) x;

select is((select count(*) from entitled() where household like 'I-%'), 54::bigint, 'who the last run says yes to has a right');
select is((select count(*) from entitled() where rule = 'ander'), 0::bigint, 'a rule that nobody stands by counts for nothing');
select ok(in_tens(45, 'x') between 30 and 40 and in_tens(9, 'x') is null and in_tens(0, 'x') is null, 'counts are cut to tens, fewer than ten are none');
select is(impact_make()::jsonb, '{"made": true}', 'figures are made');
select is(impact_make()::jsonb, '{}', 'once a day');
select ok((select entitled between 30 and 40 from impact where rule = 'proef' and quarter = 9001), 'a neighbourhood with many is shown');
select is((select array_agg(row(granted, entitled, days)::text order by quarter) from impact where rule = 'proef' and quarter in (9002, 9003)),
	array['(,,)', '(,,)'], 'one with nine looks like one with nobody');
select is((select entitled from impact where rule = 'proef' and quarter = 0),
	(select sum(entitled)::integer from impact where rule = 'proef' and quarter > 0), 'the total tells no more than its parts');

-- Half of them were paid within two days; which is told of enough only, and nobody knows from how many on.
insert into granted (household, addressee, rule, each, period, cents, decision)
select household, id, 'proef', 'year', period_of('year', current_date), 100, nextval('decision_id_seq') from home where quarter = 9001;
insert into decision (id, granted, household, addressee, rule, title, version, day, kind, period, cents, motivation, facts, made)
select g.decision, g.id, g.household, g.addressee, g.rule, '{"nl": "Proef"}', 1, current_date, 'grant', g.period, 100,
	'{"nl": "", "en": "", "fr": ""}', '[]', now() - interval '2 days' from granted g where g.rule = 'proef';
insert into payments.claim (number, resident, cents, kind, text, due)
select d.number, d.addressee, 100, 'transfer', '{"nl": "", "en": "", "fr": ""}', current_date from decision d where d.rule = 'proef';
insert into payments.payment (claim, cents, kind, reference, name, text, outcome, told)
select d.number, 100, 'cash', d.number, 'x', 'x', 'paid', now() from decision d where d.rule = 'proef';
create function pg_temp.days() returns integer[] language sql as $$
	delete from impact;
	select impact_make();
	select array_agg(days order by quarter) from impact where rule = 'proef' and quarter in (0, 9001);
$$;
select is(pg_temp.days(), '{2,2}', 'of many it is told in how many days they were paid');
delete from payments.payment where claim in (select number from decision where rule = 'proef' order by id offset 20);
update impact_key set secret = (select s from generate_series(1, 999) n cross join sha256(n::text::bytea) s
	where get_byte(sha256(s || 'proef 0 paid'), 0) % 10 > 0 and get_byte(sha256(s || 'proef 9001 paid'), 0) % 10 > 0 limit 1);
select is(pg_temp.days(), '{null,null}', 'who sees that figure come does not know that twenty were paid');
select throws_ok($$update impact set entitled = 9$$, '23514', null, 'and the table holds nothing else');
select * from finish();
rollback;
