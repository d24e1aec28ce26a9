create or replace function belfort.rules_list(of_feature text)
returns table (version integer, made_at timestamptz, made_by text,
	reason text, in_force boolean)
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select v.id, v.made_at, v.made_by, v.reason, exists (
		select from belfort.rule_force f
		where f.version = v.id and f.until is null)
	from belfort.rule_version v
	where v.feature = of_feature order by v.id desc;
$$;
comment on function belfort.rules_list(text) is
	'All versions of the rules of a feature, the newest first.';
