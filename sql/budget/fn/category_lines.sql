create function category_lines(of_version integer, of_view text,
	of_plan integer, of_year integer, of_code text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with held as (
		select n.path, n.code, n.name, n.official, l.rule,
			sum(a.cents)::bigint as cents,
			sum(sum(a.cents)) over () as whole,
			greatest(max(sum(a.cents)) over (), 1) as most
		from node n join city using (nis)
		join amount a on a.node = n.id
		left join allocation l on l.node = n.id and l.version = of_version
		where n.view = of_view and a.plan = of_plan
		and (of_year is null or a.year = of_year)
		and not exists (select from node c where c.parent = n.id)
		and coalesce(l.category, 'niet-toegewezen') = of_code
		group by n.id, l.rule)
	select json_agg(json_build_object('path', path, 'code', code,
			'name', name, 'official', official, 'cents', cents,
			'share', round(cents / nullif(whole, 0), 4),
			'bar', round(100.0 * greatest(cents, 0) / most, 1),
			'rule', rule)
		order by cents desc, path)
	from held;
$$;
comment on function category_lines(integer, text, integer, integer, text) is
	'The lines of a category, the largest first, with the number of their rule.';
