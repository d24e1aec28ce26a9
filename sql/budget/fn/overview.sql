create function overview(lang text) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	with changes as (
		select json_agg(c order by nr) as list
		from unnest(array['domeinen', 'rekeningen'])
			with ordinality v(view, nr)
		cross join lateral (select category_change(run_of(null), v.view,
			(select plan_of(n.id, null) from node n
				join city using (nis) where path = v.view),
			lang) as c) x
		where c is not null)
	select json_build_object(
		'main', drill('doelen', null, null, null, null, null),
		'categories', categories('doelen', null, null, null, lang),
		'has_changes', list is not null, 'changes', list,
		'plan', m.plan, 'first', m.first, 'last', m.last,
		'unallocated', unallocated(m.plan),
		'linked', neighbourhoods() -> 'linked')
	from (select plan, min(year) as first, max(year) as last
		from node n join city using (nis)
		join amount a on a.node = n.id
		where path = 'doelen' group by plan order by plan desc
		limit 1) m, changes;
$$;
comment on function overview(text) is 'The front page of the plan.';
