create function claims_of(resident uuid) returns text[]
language sql stable
set search_path = payments, pg_temp
as $$
	select array(select c.number from claim c where c.resident = claims_of.resident);
$$;
comment on function claims_of(uuid) is 'The numbers of what a resident is owed, and was.';
