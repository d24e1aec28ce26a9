create or replace function asker.ask() returns json
language sql stable security definer
set search_path = asker, pg_temp
as $$ select json_build_object('told', probe.told()) $$;
