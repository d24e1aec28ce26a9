create function overview() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object(
		'main', drill('doelen', null, null, null, null, null),
		'plan', m.plan, 'first', m.first, 'last', m.last,
		'unallocated', unallocated(m.plan),
		'linked', neighbourhoods() -> 'linked')
	from (select plan, min(year) as first, max(year) as last
		from node n join city using (nis)
		join amount a on a.node = n.id
		where path = 'doelen' group by plan order by plan desc
		limit 1) m;
$$;
comment on function overview() is 'The front page of the plan.';
