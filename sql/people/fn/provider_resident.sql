create function provider_resident(mac text) returns uuid
language sql stable
set search_path = people, ext, pg_temp
as $$
	select n.resident from provider_number n where n.mac = provider_resident.mac;
$$;
comment on function provider_resident(text) is 'Who in the register has that number, of which this is the MAC.';
