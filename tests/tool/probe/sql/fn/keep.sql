create or replace function probe.keep(name text) returns json
language sql security definer
set search_path = probe, pg_temp
as $$
	insert into kept values (name) returning json_build_object('name', name)
$$;
