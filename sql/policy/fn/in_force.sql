create function in_force() returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('rows', coalesce((
		select json_agg(json_build_object('code', r.code, 'title', r.title)
			order by r.code)
		from benefits.rules_held(benefits.version_now()) r), '[]'));
$$;
comment on function in_force() is 'The rules in force, for everybody.';
