create function compare(view text, a text, b text) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object('view', n.view, 'is_' || n.view, true,
		'path', n.path, 'top', n.level = 0, 'name', n.name,
		'crumbs', node_crumbs(n.id),
		'columns', (select json_agg(json_build_object('plan', plan,
				'first', first, 'last', last, 'cents', cents,
				'yearly', round(cents::numeric / (last - first + 1)))
				order by plan)
			from (select plan, min(year) as first,
					max(year) as last, sum(cents)::bigint as cents
				from amount where node = n.id group by plan) p),
		'overlap', exists (select from amount where node = n.id
			group by year having count(*) > 1),
		'overlaps', (select json_agg(json_build_object('year', year,
				'plans', plans) order by year)
			from (select year, json_agg(plan order by plan) as plans
				from amount where node = n.id group by year
				having count(*) > 1) o),
		'years', compare_years(n.id),
		'rows', compare_rows(n.id))
	from node n join city using (nis)
	where path = concat_ws('/', compare.view, compare.a, compare.b);
$$;
comment on function compare(text, text, text) is
	'Plans side by side, for a place and what is below it.';
