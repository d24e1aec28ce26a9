create function category_years(of_run integer, of_view text, of_plan integer,
	lang text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with years as (select distinct year from share
		where run = of_run and view = of_view and plan = of_plan)
	select json_agg(json_build_object('code', category,
			'unmatched', category = 'niet-toegewezen',
			'name', in_language(c.title, lang),
			'cells', (select json_agg(json_build_object(
					'year', y.year, 'cents', coalesce(s.cents, 0))
					order by y.year)
				from years y left join share s
				on s.run = of_run and s.view = of_view
				and s.plan = of_plan and s.year = y.year
				and s.category = held.category))
		order by c.code is null, cents desc, c.position)
	from (select category, sum(cents) as cents from share
		where run = of_run and view = of_view and plan = of_plan
		group by category) held
	left join category c on c.code = held.category
		and c.version = (select version from run where id = of_run);
$$;
comment on function category_years(integer, text, integer, text) is
	'What each category holds in each year of a plan.';
