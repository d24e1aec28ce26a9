create function category(view text, code text, plan integer, jaar integer,
	lang text) returns json
language plpgsql stable
security definer set search_path = budget, ext, pg_temp
as $$
declare
	top integer := n.id from node n join city using (nis)
		where path = category.view;
	shown integer := plan_of(top, category.plan);
	r run := run from run where id = run_of(null);
	c category := k from category k
		where k.version = r.version and k.code = category.code;
	whole bigint;
	cents bigint;
	rows json;
	rules json;
begin
	if top is null or r.id is null or shown <> category.plan
			or c.code is null and code <> 'niet-toegewezen' then
		return null;
	end if;
	select sum(s.cents), coalesce(sum(s.cents)
		filter (where s.category = category.code), 0)
	into whole, cents from share s
	where s.run = r.id and s.view = category.view and s.plan = shown
	and (jaar is null or s.year = jaar);
	if whole is null then
		return null;
	end if;
	rows := category_lines(r.version, view, shown, jaar, code);
	rules := category_rules(r.version, view, shown, jaar, code, lang);
	return json_build_object('view', view, 'is_' || view, true,
		'code', code, 'unmatched', c.code is null,
		'name', in_language(c.title, lang),
		'help', in_language(c.help, lang), 'plan', shown, 'year', jaar,
		'path', concat_ws('/', 'categorieen', view, code),
		'cents', cents, 'share', round(cents::numeric / nullif(whole, 0), 4),
		'per_resident', per_resident(cents),
		'plans', node_plans(top, shown),
		'many_plans', json_array_length(node_plans(top, shown)) > 1,
		'years', category_spread(r.id, view, shown, code),
		'has_rows', rows is not null, 'rows', rows,
		'has_rules', rules is not null, 'rules', rules);
end;
$$;
comment on function category(text, text, integer, integer, text) is
	'The lines of a category, and the rule that put each there.';
