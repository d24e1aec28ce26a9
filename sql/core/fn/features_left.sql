create or replace function belfort.features_left(names text[]) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
	delete from belfort.channel where feature <> all (names);
$$;
comment on function belfort.features_left(text[]) is
	'Forgets how to do elsewhere what features do that are not among NAMES any more; what these keep about people stays, and is told.';
