create function number_sealed(resident uuid) returns text
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select encode(r.sealed, 'hex') from resident r where r.id = number_sealed.resident;
$$;
comment on function number_sealed(uuid) is
	'For background work that asks another register: the sealed number of a resident, which bf_number_open() opens there and nowhere else.';
