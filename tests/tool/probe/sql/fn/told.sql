create or replace function probe.told() returns integer
language sql stable security definer
set search_path = probe, pg_temp
as $$ select probe.counted() $$;
