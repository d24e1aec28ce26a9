create function preview_lines() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object('lines', coalesce(json_agg(json_build_array(
		l.id, l.view, l.name, l.official, l.code, l.grp, l.grpcode, l.main,
		l.maincode, l.amount)), '[]'))
	from rule_lines() l;
$$;
comment on function preview_lines() is
	'For the policy workshop: the lines that rules decide on, each with its number, view and facts.';
