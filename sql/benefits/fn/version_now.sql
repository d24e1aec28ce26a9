create function version_now() returns integer
language sql stable
security definer set search_path = benefits, ext, pg_temp
return belfort.benefits_rules_now();
comment on function version_now() is
	'For features that keep facts: which version is in force; null: none is.';
