create function drill(view text, a text, b text, c text, plan integer,
	jaar integer) returns json
language plpgsql stable
security definer set search_path = budget, ext, pg_temp
as $$
declare
	n node;
	shown integer;
	cents bigint;
begin
	select node.* into n from node join city using (nis)
	where path = concat_ws('/', drill.view, a, b, c);
	if not found then
		return null;
	end if;
	shown := plan_of(n.id, drill.plan);
	if shown <> drill.plan or (jaar is not null and not exists (
			select from amount m where m.node = n.id
			and m.plan = shown and m.year = jaar)) then
		return null;
	end if;
	select sum(m.cents) into cents from amount m
	where m.node = n.id and m.plan = shown
	and (jaar is null or m.year = jaar);
	return json_build_object(
		'view', n.view, 'is_' || n.view, true, 'path', n.path,
		'level', n.level, 'top', n.level = 0, 'code', n.code,
		'name', n.name, 'official', n.official, 'plan', shown,
		'year', jaar, 'cents', coalesce(cents, 0),
		'per_resident', per_resident(coalesce(cents, 0)),
		'crumbs', node_crumbs(n.id), 'plans', node_plans(n.id, shown),
		'years', node_years(n.id, shown),
		'has_rows', exists (select from node m where m.parent = n.id),
		'has_tiles', jaar is null and (select count(*) > 1 from tile t
			join node m on m.id = t.node
			where m.parent = n.id and t.plan = shown),
		'many_plans', (select count(distinct m.plan) > 1
			from amount m where m.node = n.id),
		'rows', node_rows(n.id, shown, jaar),
		'check', case when n.level = 0 then (select whole
			from json_array_elements(cross_check(shown)) whole
			where whole ->> 'year' is null) end,
		'mentions', node_mentions(n.id),
		'sources', node_sources(n.id, shown));
end;
$$;
comment on function drill(text, text, text, text, integer, integer) is
	'One place in a view: its amounts, what is below it, where it comes from.';
