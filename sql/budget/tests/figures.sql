-- The figures of Ghent as they were published, and that they hold together.
begin;
set local search_path = budget, ext, tap, public;
select plan(17);

select is((overview('nl') #>> '{main,cents}')::bigint, 121276920800,
	'the actions add up to EUR 1,212,769,208');
select is((drill('rekeningen', null, null, null, 2026, null) ->> 'cents')::bigint,
	121276920300, 'the accounts add up to EUR 1,212,769,203');
select is((drill('domeinen', null, null, null, 2026, null) ->> 'cents')::bigint,
	86651703300, 'the policy domains give another total');
select is((select count(*) from node n join city using (nis)
	where view = 'doelen' and level = 3), 153::bigint, '153 actions');

select cmp_ok((select max(abs((y ->> 'accounts_less_actions')::bigint))
	from json_array_elements(cross_check(2026)) y
	where y ->> 'year' is not null), '<=', 300::bigint,
	'actions and accounts are within EUR 3 in every year');
select is((select (y ->> 'domeinen')::bigint / 10000000 || ' '
		|| (y ->> 'doelen')::bigint / 10000000
	from json_array_elements(cross_check(2026)) y
	where y ->> 'year' = '2026'), '1476 2657',
	'in 2026 the domains hold 147.6 million, the objectives 265.7');

select is_empty($$
	select n.path, a.plan, a.year from node n join city using (nis)
	join amount a on a.node = n.id
	where n.level < 3 and exists (select from node c where c.parent = n.id)
	and a.cents <> (select coalesce(sum(b.cents), 0) from amount b
		join node c on c.id = b.node
		where c.parent = n.id and b.plan = a.plan and b.year = a.year)
$$, 'every place is the sum of what is below it, in every plan and year');

select results_eq($$
	select year, array_agg(plan order by plan) from amount
	join node n on n.id = node join city using (nis)
	where path = 'rekeningen' group by year having count(*) > 1 order by year
$$, $$values (2020, array[2014, 2020]), (2026, array[2020, 2026]),
	(2027, array[2020, 2026])$$,
	'2020, 2026 and 2027 stand in two plans in the account view');

select is(unallocated(2026)::jsonb,
	'{"cents": 22778811800, "lines": 3}'::jsonb,
	'EUR 227.8 million in three lines is not allocated');
select is((neighbourhoods() -> 'linked')::jsonb - 'share',
	'{"cents": 804829000, "actions": 21, "of_actions": 153,
	  "of_cents": 121276920800, "neighbourhoods": 13,
	  "of_neighbourhoods": 25}'::jsonb,
	'21 of 153 actions name 13 of 25 neighbourhoods: EUR 8.05 million');
select is((select count(*) from neighbourhood where name like '% - % - % - %'),
	1::bigint, 'a name with " - " in it stays one name');
select is(per_resident(121276920800) ->> 'residents', '274213',
	'per resident names its population');

select is_empty($$
	select t.* from tile t
	where x < 0 or y < 0 or x + w > 1002 or y + h > 502
$$, 'no tile of a treemap leaves its frame');
select cmp_ok((select max(abs(t.w * t.h / 5000.0
		- 100.0 * a.cents / nullif(whole.cents, 0)))
	from tile t join node n on n.id = t.node
	join lateral (select sum(cents) as cents from amount
		where node = n.id and plan = t.plan) a on true
	join lateral (select sum(cents) as cents from amount
		where node = n.parent and plan = t.plan) whole on true
	where n.level = 1 and n.view = 'doelen'), '<', 0.5,
	'the area of a tile is its share, within half a percent');
select is(drill('doelen', 'bestaat-niet', null, null, null, null)::text, null,
	'a place that is not there is no document');

select is(drill('domeinen', null, null, null, 2017, null)::text, null,
	'a plan that is not there is no document');
select is(drill('domeinen', null, null, null, 2020, 2026)::text, null,
	'nor is a year that the plan does not hold');

select * from finish();
rollback;
