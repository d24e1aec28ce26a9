create function version_now(of_feature text) returns integer
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select case of_feature when 'benefits' then benefits.version_now()
		when 'budget' then budget.version_now() end;
$$;
comment on function version_now(text) is
	'The version of the rules of a feature that is in force, or null.';
