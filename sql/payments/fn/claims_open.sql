create function claims_open() returns text[]
language sql stable
set search_path = payments, pg_temp
as $$
	select array(select c.number from claim c where c.ended is null);
$$;
comment on function claims_open() is 'The numbers of what did not leave yet.';
