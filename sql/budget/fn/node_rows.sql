create function node_rows(of_node integer, of_plan integer, of_year integer)
returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('path', path, 'code', code,
			'name', name, 'official', official, 'cents', cents,
			'share', round(cents::numeric / nullif(whole, 0), 4),
			'bar', round(100.0 * greatest(cents, 0) / most, 1),
			'tile', case when of_year is null
				then tile_json(t, name, rank) end)
		order by cents desc, code)
	from (select n.id, n.path, n.code, n.name, n.official, a.cents,
			sum(a.cents) over () as whole,
			greatest(max(a.cents) over (), 1) as most,
			rank() over (order by a.cents desc) as rank
		from node n join (select node, sum(cents)::bigint as cents
			from amount join node m on m.id = node
			where m.parent = of_node and plan = of_plan
			and (of_year is null or year = of_year)
			group by node) a on a.node = n.id) c
	left join tile t on t.node = c.id and t.plan = of_plan;
$$;
comment on function node_rows(integer, integer, integer) is
	'What stands below a node, the largest first.';
