create or replace function belfort.apart_tables(of_feature text)
returns setof text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.oid::regclass::text
	from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where n.nspname = of_feature and c.relkind in ('r', 'p')
	and pg_get_userbyid(c.relowner) = belfort.apart_owner(of_feature);
$$;
comment on function belfort.apart_tables(text) is
	'Tables of a feature that nothing of the running system may change, with their partitions.';
