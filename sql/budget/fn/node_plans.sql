create function node_plans(of_node integer, shown integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('plan', plan, 'first', first,
		'last', last, 'cents', cents, 'current', plan = shown)
		order by plan desc)
	from (select plan, min(year) as first, max(year) as last,
			sum(cents)::bigint as cents
		from amount where node = of_node group by plan) p;
$$;
comment on function node_plans(integer, integer) is
	'The plans that hold a node.';
