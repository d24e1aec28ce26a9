create or replace function belfort.jobs_grant(jobs_role text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	execute format('grant usage on schema belfort to %I', jobs_role);
	execute format('grant execute on function
		belfort.guests_watch(),
		belfort.retention_due(),
		belfort.retention_run(text) to %I', jobs_role);
end;
$$;
comment on function belfort.jobs_grant(text) is
	'What the background work of the city calls: the watch over guests, the end of personal data.';
