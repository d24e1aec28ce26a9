create function rules_now() returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object('version', benefits.version_now());
$$;
comment on function rules_now() is 'Which rules are in force: others may know other facts.';
