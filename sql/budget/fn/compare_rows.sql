create function compare_rows(of_node integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with plans as (select distinct plan from amount where node = of_node),
	cells as (select n.id, plan,
			(select sum(cents)::bigint from amount a
				where a.node = n.id and a.plan = p.plan) as cents,
			(select count(distinct year) from amount a
				where a.node = of_node and a.plan = p.plan) as years
		from node n cross join plans p where n.parent = of_node)
	select json_agg(json_build_object('path', path, 'code', code,
			'name', name,
			'deeper', level < 3 and exists (select from node m
				where m.parent = n.id),
			'everywhere', not exists (select from cells
				where cells.id = n.id and cents is null),
			'cells', (select json_agg(json_build_object('plan', plan,
				'cents', cents, 'yearly', round(cents::numeric / years))
				order by plan) from cells where cells.id = n.id))
		order by code)
	from node n where parent = of_node;
$$;
comment on function compare_rows(integer) is
	'Each place below a node with its amount in each plan, and a year.';
