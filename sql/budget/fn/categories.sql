create function categories(view text, plan integer, jaar integer, op date,
	lang text) returns json
language plpgsql stable
security definer set search_path = budget, ext, pg_temp
as $$
declare
	top integer := n.id from node n join city using (nis)
		where path = categories.view;
	shown integer := plan_of(top, categories.plan);
	r run := run from run where id = run_of(op);
	cents bigint;
begin
	if top is not null and r.id is null and op is not null then
		return json_build_object('view', view, 'is_' || view, true,
			'path', 'categorieen/' || view, 'op', op,
			'nothing', true, 'from', (select min(at) from run));
	end if;
	select sum(s.cents) into cents from share s
	where s.run = r.id and s.view = categories.view and s.plan = shown
	and (jaar is null or s.year = jaar);
	if top is null or cents is null or shown <> categories.plan then
		return null;
	end if;
	return json_build_object('view', view, 'is_' || view, true,
		'path', 'categorieen/' || view,
		'plan', shown, 'year', jaar, 'op', op, 'version', r.version,
		'cents', cents, 'per_resident', per_resident(cents),
		'plans', node_plans(top, shown),
		'many_plans', json_array_length(node_plans(top, shown)) > 1,
		'rows', category_rows(r.id, view, shown, jaar, lang),
		'columns', (select json_agg(y ->> 'year') from
			json_array_elements(node_years(top, shown)) y),
		'years', category_years(r.id, view, shown, lang),
		'change', case when jaar is null
			then category_change(r.id, view, shown, lang) end);
end;
$$;
comment on function categories(text, integer, integer, date, text) is
	'A view of the plan by category: now, or as it was shown on a day.';
