create function force_of(feature text) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select case force_of.feature
		when 'benefits' then benefits.texts(benefits.version_now())
		when 'budget' then budget.texts(budget.version_now()) end;
$$;
comment on function force_of(text) is
	'The version of the rules of a feature that is in force: {"version", "files": [{"name", "text"}]}.';
