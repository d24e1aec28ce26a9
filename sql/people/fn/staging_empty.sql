create function staging_empty() returns void
language sql
set search_path = people, ext, pg_temp
as $$
	truncate staging_residents, staging_delta, staging_streets, incoming;
$$;
comment on function staging_empty() is 'Leaves nothing of what came in but what was taken over.';
