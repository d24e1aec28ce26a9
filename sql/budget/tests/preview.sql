-- What rules that are tried would move, in euros: it adds up, and nothing is
-- kept of it.
begin;
set local search_path = budget, ext, tap, public;
select plan(12);

-- Every line of the first category of "doelen" would go to a new one.
create temp table place as
	select l.id, coalesce(a.category, 'niet-toegewezen') as was
	from rule_lines() l left join allocation a on a.node = l.id
		and a.version = belfort.budget_rules_now();
create temp table first as select min(p.was) as code from place p
	join node n on n.id = p.id where n.view = 'doelen' and p.was <> 'niet-toegewezen';
create function pg_temp.tried(change boolean) returns json language sql as $$
	select budget.preview_moves(json_build_object('categories', json_build_array(
			json_build_object('code', 'nieuw', 'title', json_build_object('nl', 'Nieuw', 'fr', 'Neuf'))),
		'lines', (select json_agg(json_build_array(p.id, case
			when change and p.was = f.code and n.view = 'doelen' then 'nieuw'
			else nullif(p.was, 'niet-toegewezen') end))
			from place p join node n on n.id = p.id, first f)), 'fr');
$$;
create temp table said as select v from json_array_elements(pg_temp.tried(true) -> 'views') v;
create temp table row as select s.v ->> 'view' as view, r from said s, json_array_elements(s.v -> 'rows') r;

select is(json_array_length(preview_lines() -> 'lines'), (select count(*)::integer from rule_lines()),
	'all lines are there to be tried on');
select is(pg_temp.tried(false) ->> 'has_moved', 'false', 'where nothing changes nothing moves');
select is(pg_temp.tried(true) ->> 'has_moved', 'true', 'else it does');
select is((select (r ->> 'after')::bigint from row where r ->> 'code' = 'nieuw'),
	(select (r ->> 'before')::bigint from row, first f where view = 'doelen' and r ->> 'code' = f.code),
	'what one loses the other has');
select is((select r ->> 'name' from row where r ->> 'code' = 'nieuw'), 'Neuf', 'a new category has its name');
select is(sum((r ->> 'difference')::bigint), 0::numeric, 'in ' || view || ' nothing comes or goes')
from row group by view;
select is((select sum((y ->> 'before')::bigint) from row, json_array_elements(r -> 'years') y where view = 'doelen'),
	(select sum(m.cents) from node n join city using (nis) join amount m on m.node = n.id
		where n.view = 'doelen' and n.level = 0
		and m.plan = (select (v ->> 'plan')::integer from said where v ->> 'view' = 'doelen')),
	'years and categories together are the plan');
select is((select sum((l ->> 'cents')::bigint) from said, json_array_elements(v -> 'lines') l where v ->> 'view' = 'doelen')
		+ (select count(*) from said where v ->> 'more' is not null),
	(select (v ->> 'cents')::numeric from said where v ->> 'view' = 'doelen'), 'the lines are what moves');
select is((select count(*) from said where v ->> 'view' <> 'doelen' and (v ->> 'has_moved')::boolean), 0::bigint,
	'another view stays');
select is((select count(*) from category where code = 'nieuw'), 0::bigint, 'nothing of it is kept');

select * from finish();
rollback;
