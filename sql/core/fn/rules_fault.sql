create or replace function belfort.rules_fault(of_feature text, of_fault json)
returns void
language sql
security definer set search_path = pg_catalog, pg_temp
as $$
	delete from belfort.rule_fault
	where feature = of_feature and of_fault is null;
	insert into belfort.rule_fault (feature, fault)
	select of_feature, of_fault where of_fault is not null
	on conflict (feature) do update
		set fault = excluded.fault, since = now()
		where rule_fault.fault::text <> excluded.fault::text;
$$;
comment on function belfort.rules_fault(text, json) is
	'Tells what is wrong with the files on disk; null: they are good.';
