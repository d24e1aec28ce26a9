create function rule_version(version integer, lang text) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select s::jsonb || jsonb_build_object('moved', m,
		'has_moved', m is not null)
	from belfort.budget_rules_version(rule_version.version) s,
		rules_moved(rule_version.version, lang) m
	where s is not null;
$$;
comment on function rule_version(integer, text) is
	'One version of the rules: what changed, and what it moved.';
