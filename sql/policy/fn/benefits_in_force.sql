create function benefits_in_force() returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select benefits.in_force();
$$;
comment on function benefits_in_force() is
	'The rules about rights in force, and until when each file is confirmed.';
