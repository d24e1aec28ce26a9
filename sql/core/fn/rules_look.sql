create or replace function belfort.rules_look(of_feature text, seen json,
	of_fault json) returns void
language sql
security definer set search_path = pg_catalog, pg_temp
as $$
	insert into belfort.rule_disk as d (feature, sha256, files, fault)
	values (of_feature, seen ->> 'sha256', seen -> 'files', of_fault)
	on conflict (feature) do update
		set sha256 = coalesce(excluded.sha256, d.sha256),
			files = coalesce(excluded.files, d.files),
			fault = excluded.fault, since = now()
		where d.fault::text is distinct from excluded.fault::text
		or d.sha256 is distinct from excluded.sha256
		or d.files is null;
$$;
comment on function belfort.rules_look(text, json, json) is
	'Keeps what was found on disk: good files by their hashes ({"sha256", "files": {name: hash}}), or a fault.';
