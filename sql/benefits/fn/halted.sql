create function halted(version integer) returns boolean
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select exists (select from halt h where h.version = halted.version
		and h.day = current_date
		and h.stops = (in_force() ->> 'stops')::bigint);
$$;
comment on function halted(integer) is
	'For features that decide: whether deciding by that version failed today, and nobody did anything about it since.';
