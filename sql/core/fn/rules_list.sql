create or replace function belfort.rules_list(of_feature text)
returns table (version integer, made_at timestamptz, made_by text,
	reason text, in_force boolean)
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select v.id, v.made_at, coalesce(f.by, v.made_by),
		coalesce(f.reason, v.reason),
		coalesce(f.until is null and f.id is not null, false)
	from belfort.rule_version v
	left join lateral (select * from belfort.rule_force
		where version = v.id order by id desc limit 1) f on true
	where v.feature = of_feature order by v.id desc;
$$;
comment on function belfort.rules_list(text) is
	'All versions of the rules of a feature, the newest first.';
