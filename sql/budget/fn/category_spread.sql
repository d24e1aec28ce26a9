create function category_spread(of_run integer, of_view text,
	of_plan integer, of_code text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('year', year, 'cents', cents,
			'bar', round(100.0 * greatest(cents, 0) / most, 1))
		order by year)
	from (select year, cents, greatest(max(cents) over (), 1) as most
		from (select year, coalesce(sum(cents)
				filter (where category = of_code), 0)::bigint as cents
			from share where run = of_run and view = of_view
			and plan = of_plan group by year) y) a;
$$;
comment on function category_spread(integer, text, integer, text) is
	'What a category holds in each year of a plan.';
