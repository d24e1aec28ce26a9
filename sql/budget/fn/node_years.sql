create function node_years(of_node integer, of_plan integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('year', year, 'cents', cents,
			'bar', round(100.0 * greatest(cents, 0) / most, 1),
			'also_in', (select json_agg(b.plan order by b.plan)
				from amount b where b.node = a.node
				and b.year = a.year and b.plan <> a.plan))
		order by year)
	from (select a.*, greatest(max(cents) over (), 1) as most
		from amount a where node = of_node and plan = of_plan) a;
$$;
comment on function node_years(integer, integer) is
	'A node''s amounts by year, and the other plans that hold that year.';
