create function category_rows(of_run integer, of_view text, of_plan integer,
	of_year integer, lang text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with held as (
		select category, sum(cents)::bigint as cents,
			max(lines) as lines,
			sum(sum(cents)) over () as whole,
			greatest(max(sum(cents)) over (), 1) as most
		from share where run = of_run and view = of_view
		and plan = of_plan and (of_year is null or year = of_year)
		group by category),
	years as (
		select count(distinct year) as n
		from share where run = of_run and view = of_view
		and plan = of_plan and (of_year is null or year = of_year))
	select json_agg(json_build_object('code', category,
			'unmatched', category = 'niet-toegewezen',
			'name', in_language(c.title, lang),
			'help', in_language(c.help, lang),
			'cents', cents, 'lines', lines,
			'yearly', per_resident(
				round(cents::numeric / years.n)::bigint) -> 'cents',
			'share', round(cents / nullif(whole, 0), 4),
			'bar', round(100.0 * greatest(cents, 0) / most, 1))
		order by c.code is null, cents desc, c.position)
	from held cross join years
	left join category c on c.code = held.category
		and c.version = (select version from run where id = of_run);
$$;
comment on function category_rows(integer, text, integer, integer, text) is
	'What each category of a view holds, the largest first; what no rule matches comes last.';
