create or replace function belfort.apart_owner(of_feature text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'belfort_' || of_feature || '_keeper';
$$;
comment on function belfort.apart_owner(text) is
	'The role that owns what nothing of the running system may change.';
