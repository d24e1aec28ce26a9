create or replace function belfort.rules_seen(of_feature text,
	of_sha256 text) returns boolean
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from belfort.rule_disk
		where feature = of_feature and sha256 = of_sha256);
$$;
comment on function belfort.rules_seen(text, text) is
	'Whether these files were the last good ones on disk.';
