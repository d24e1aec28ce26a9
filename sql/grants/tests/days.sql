-- On which days a household is decided on: also on those between on which it was
-- otherwise, so that what comes to be known late is decided as if it had been known.
begin;
select plan(4);
set local search_path = grants, people, ext, tap, public;

insert into benefits.text (name, sha256) values ('dagen.lua', repeat('d', 64));
insert into benefits.part (version, name, sha256) values (-1, 'dagen.lua', repeat('d', 64));
insert into benefits.rule (version, code, name, title, city, granting, person, period, reads)
	values (-1, 'dagen', 'dagen.lua', '{}', true, 'automatic', false, 'year', '{}');
update appeal set since = current_date - 100;
insert into resident (id, born, since) values
	('00000000-0000-0000-0000-0000000000d1', '1980-02-03', '2020-01-01'),
	('00000000-0000-0000-0000-0000000000d2', '1982-02-03', '2020-01-01');
insert into household_member (resident, household, role, from_day, until) values
	('00000000-0000-0000-0000-0000000000d1', 'DAGEN', 'referentiepersoon', '2020-01-01', null),
	('00000000-0000-0000-0000-0000000000d2', 'DAGEN', 'partner', current_date - 8, current_date - 5);
update facts.fact set declared = true where number = (select min(number) from facts.fact);
insert into facts.value (fact, source, resident, low, high, valid)
	select f.number, (select min(s.id) from facts.source s), '00000000-0000-0000-0000-0000000000d1', f.low, f.low,
		daterange(current_date - 7, current_date - 3)
	from facts.fact f where f.number = (select min(number) from facts.fact);

create function pg_temp.between(since integer) returns integer[] language sql as $$
	select array_agg(distinct current_date - d order by current_date - d) from grants.days_of('DAGEN', current_date - since, -1) d
	where d > current_date - since and d < current_date;
$$;
select is(pg_temp.between(10), '{3,5,7,8}', 'each day on which somebody came or left, or something else was known');
select is(pg_temp.between(6), '{3,5}', 'since the first day that is looked at');
update facts.fact set declared = false where number = (select min(number) from facts.fact);
select is(pg_temp.between(10), '{5,8}', 'of what no rule declares nothing');
update facts.value set replaced = now() where resident = '00000000-0000-0000-0000-0000000000d1';
update facts.fact set declared = true where number = (select min(number) from facts.fact);
select is(pg_temp.between(10), '{5,8}', 'nor of what was replaced');
select finish();
rollback;
