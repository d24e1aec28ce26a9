create function version_now() returns integer
language sql stable
security definer set search_path = budget, ext, pg_temp
return belfort.budget_rules_now();
comment on function version_now() is
	'For other features: which version of the rules is in force; null: none is.';
