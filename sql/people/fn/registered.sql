create function registered(resident uuid) returns table (since date, until date)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select r.since, r.until from resident r where r.id = registered.resident;
$$;
comment on function registered(uuid) is
	'For other features: from when until when somebody is in the register.';
