create function preview_moves(document json, lang text) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	with line as materialized (select * from preview_rows(document)),
	name as (
		select c ->> 'code' as code, in_language(c -> 'title', lang) as name
		from json_array_elements(document -> 'categories') c
		union all
		select k.code, in_language(k.title, lang) from category k
		where k.version = belfort.budget_rules_now() and k.code not in (
			select c ->> 'code' from json_array_elements(document -> 'categories') c)
	), held as (
		select l.view, l.year, x.code, sum(x.before)::bigint as before,
			sum(x.after)::bigint as after
		from line l cross join lateral (values (l.was, l.cents, 0::bigint),
			(l.now, 0::bigint, l.cents)) x(code, before, after)
		group by l.view, l.year, x.code
	), years as (
		select h.view, h.code, sum(h.before)::bigint as before,
			sum(h.after)::bigint as after,
			json_agg(json_build_object('year', h.year, 'before', h.before,
				'after', h.after, 'difference', h.after - h.before)
				order by h.year) as years
		from held h group by h.view, h.code
	), moved as (
		select l.view, l.node, l.was, l.now, sum(l.cents)::bigint as cents
		from line l where l.was <> l.now group by l.view, l.node, l.was, l.now
	), ranked as (
		select m.*, n.name, n.official, row_number() over (partition by m.view
			order by abs(m.cents) desc, m.node) as nr
		from moved m join node n on n.id = m.node
	)
	select json_build_object('has_moved', exists (select from moved),
		'views', coalesce((select json_agg(json_build_object('view', v.view,
			'is_' || v.view, true, 'plan', v.plan,
			'count', (select count(*) from moved m where m.view = v.view),
			'cents', (select coalesce(sum(m.cents), 0) from moved m
				where m.view = v.view),
			'has_moved', exists (select from moved m where m.view = v.view),
			'years', v.years,
			'rows', (select json_agg(json_build_object('code', y.code,
					'name', name.name,
					'unmatched', y.code = 'niet-toegewezen',
					'before', y.before, 'after', y.after,
					'difference', y.after - y.before,
					'moved', y.after <> y.before, 'years', y.years)
					order by abs(y.after - y.before) desc, y.code)
				from years y left join name on name.code = y.code
				where y.view = v.view),
			'lines', coalesce((select json_agg(json_build_object(
					'name', r.name, 'official', r.official,
					'from', was.name, 'from_nowhere', r.was = 'niet-toegewezen',
					'to', now.name, 'to_nowhere', r.now = 'niet-toegewezen',
					'cents', r.cents) order by r.nr)
				from ranked r left join name was on was.code = r.was
				left join name now on now.code = r.now
				where r.view = v.view and r.nr <= 100), '[]'),
			'more', (select nullif(greatest(count(*) - 100, 0), 0)
				from moved m where m.view = v.view))
			order by v.view)
		from (select l.view, max(l.plan) as plan,
				json_agg(distinct l.year order by l.year) as years
			from line l group by l.view) v), '[]'));
$$;
comment on function preview_moves(json, text) is
	'For the policy workshop: what rules that are tried move between the categories of each view, in euros a year of its newest plan, and which lines; a hundred at most, the largest first.';
