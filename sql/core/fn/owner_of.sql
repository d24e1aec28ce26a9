create or replace function belfort.owner_of(relation text) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select pg_get_userbyid(relowner) from pg_class
	where oid = relation::regclass;
$$;
comment on function belfort.owner_of(text) is 'The role that owns a table.';
