create or replace function belfort.rules_kept(of_feature text,
	of_version integer default null) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('version', v.id, 'sha256', v.sha256,
		'files', (select json_agg(json_build_object('name', f.name,
				'text', f.text) order by f.name collate "C")
			from belfort.rule_file f
			where f.version = v.id and f.text is not null))
	from belfort.rule_version v
	where v.feature = of_feature and v.id = coalesce(of_version,
		(select version from belfort.rule_force
			where feature = of_feature and until is null));
$$;
comment on function belfort.rules_kept(text, integer) is
	'The files of a version, or of the one in force; null: there is none.';
