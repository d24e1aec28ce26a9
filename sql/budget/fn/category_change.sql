create function category_change(of_run integer, of_view text,
	of_plan integer, lang text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with span as (
		select plan, min(year) as first, max(year) as last
		from share where run = of_run and view = of_view group by plan),
	now as (select * from span where plan = of_plan),
	was as (select * from span where plan < of_plan
		order by plan desc limit 1),
	yearly as (
		select category,
			round(coalesce(sum(cents) filter (where s.plan = was.plan), 0)
				/ (was.last - was.first + 1))::bigint as was,
			round(coalesce(sum(cents) filter (where s.plan = now.plan), 0)
				/ (now.last - now.first + 1))::bigint as now
		from share s, now, was
		where s.run = of_run and s.view = of_view
		and s.plan in (now.plan, was.plan)
		group by category, was.first, was.last, now.first, now.last)
	select json_build_object('view', of_view, 'is_' || of_view, true,
		'was', to_json(was), 'now', to_json(now),
		'overlap', case when was.last >= now.first then json_build_object(
			'first', now.first, 'last', least(was.last, now.last),
			'one', now.first = least(was.last, now.last)) end,
		'rows', (select json_agg(json_build_object('code', category,
				'unmatched', category = 'niet-toegewezen',
				'name', in_language(c.title, lang),
				'was', y.was, 'now', y.now,
				'difference', y.now - y.was,
				'more', y.now > y.was)
				order by c.code is null, y.now desc, c.position)
			from yearly y left join category c on c.code = y.category
			and c.version = (select version from run
				where id = of_run)),
		'total', (select json_build_object('was', sum(y.was),
				'now', sum(y.now),
				'difference', sum(y.now) - sum(y.was))
			from yearly y))
	from now, was;
$$;
comment on function category_change(integer, text, integer, text) is
	'What each category holds a year, in a plan and in the plan before; null: there is none before.';
