create function declared_put(fault json) returns json
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	update declared d set looked = now(),
		fault = nullif(declared_put.fault::jsonb, 'null'),
		since = case when declared_put.fault::jsonb <> 'null'
			then coalesce(d.since, now()) end;
	select '{}'::json;
$$;
comment on function declared_put(json) is
	'What is wrong with what is declared on disk; null: nothing, it is in force.';
