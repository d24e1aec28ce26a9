create function halt(version integer, why text) returns json
language sql
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object('halted', benefits.halt_put(halt.version, halt.why));
$$;
comment on function halt(integer, text) is
	'Deciding by that version failed, and will again: its rules wait for people.';
