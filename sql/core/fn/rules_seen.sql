create or replace function belfort.rules_seen(of_feature text) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('sha256', sha256, 'files', files)
	from belfort.rule_disk where feature = of_feature;
$$;
comment on function belfort.rules_seen(text) is
	'The last good files on disk, as rules_look() takes them; null: there were none.';
