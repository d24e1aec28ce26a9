create or replace function belfort.rules_look(of_feature text,
	of_sha256 text, of_fault json) returns void
language sql
security definer set search_path = pg_catalog, pg_temp
as $$
	insert into belfort.rule_disk as d (feature, sha256, fault)
	values (of_feature, of_sha256, of_fault)
	on conflict (feature) do update
		set sha256 = coalesce(excluded.sha256, d.sha256),
			fault = excluded.fault, since = now()
		where d.fault::text is distinct from excluded.fault::text
		or d.sha256 is distinct from excluded.sha256;
$$;
comment on function belfort.rules_look(text, text, json) is
	'Keeps what was found on disk: good files by their hash, or a fault.';
