create or replace function belfort.retention_due() returns table (feature text)
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select distinct p.feature from belfort.personal p
	where days is not null
	and (cleaned is null or cleaned < now() - interval '1 hour');
$$;
comment on function belfort.retention_due() is
	'Features whose personal data was not looked at for an hour.';
