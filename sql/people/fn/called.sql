create function called(resident uuid) returns text
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select resident_name(called.resident);
$$;
comment on function called(uuid) is
	'For other features: what a resident is called, or was called last.';
