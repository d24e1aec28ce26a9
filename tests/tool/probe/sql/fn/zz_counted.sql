create or replace function probe.counted() returns integer
language sql stable
set search_path = probe, pg_temp
as $$ select count(*)::integer from row $$;
