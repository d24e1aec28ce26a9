create function texts(version integer) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
return belfort.budget_rules_kept(texts.version);
comment on function texts(integer) is
	'For other features: the files of a version of the rules.';
