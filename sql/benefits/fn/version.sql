create function version(version integer) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
return belfort.benefits_rules_version(version.version);
comment on function version(integer) is
	'One version of the rules: who made it, what changed, when it was in force.';
