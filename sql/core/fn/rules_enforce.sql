create or replace function belfort.rules_enforce(of_feature text,
	of_version integer, who text, why text) returns boolean
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := clock_timestamp();
begin
	if exists (select from belfort.rule_force where feature = of_feature
			and version = of_version and until is null) then
		return false;
	end if;
	update belfort.rule_force set until = moment
	where feature = of_feature and until is null;
	insert into belfort.rule_force (feature, version, since, by, reason)
	values (of_feature, of_version, moment, who, why);
	return true;
end;
$$;
comment on function belfort.rules_enforce(text, integer, text, text) is
	'Puts a version in force from now on; false: it is already.';
