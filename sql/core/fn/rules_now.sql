create or replace function belfort.rules_now(of_feature text) returns integer
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select version from belfort.rule_force
	where feature = of_feature and until is null;
$$;
comment on function belfort.rules_now(text) is
	'The version of the rules of a feature that is in force, or null.';
