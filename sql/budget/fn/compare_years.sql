create function compare_years(of_node integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with plans as (select distinct plan from amount where node = of_node),
	years as (select distinct year from amount where node = of_node)
	select json_agg(json_build_object('year', year,
			'twice', (select count(*) > 1 from amount a
				where a.node = of_node and a.year = y.year),
			'cells', (select json_agg(json_build_object('plan', plan,
				'cents', (select cents from amount a
					where a.node = of_node and a.plan = p.plan
					and a.year = y.year)) order by plan)
				from plans p)) order by year)
	from years y;
$$;
comment on function compare_years(integer) is
	'Each year with its amount in each plan that holds it.';
