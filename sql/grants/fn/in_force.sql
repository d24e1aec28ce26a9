create function in_force() returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select benefits.in_force();
$$;
comment on function in_force() is 'The rules in force, and until when each file is confirmed.';
