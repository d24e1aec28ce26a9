create function halt(version integer, why text) returns json
language sql
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object('halted', benefits.halt_put(halt.version,
		(select r.version from run r where r.ended is not null
			order by r.id desc limit 1), halt.why));
$$;
comment on function halt(integer, text) is
	'Deciding by that version failed, and will again: what it changed since the last run over the whole city, or all of it, waits for people.';
