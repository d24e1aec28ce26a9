create function load_population() returns void
language sql set search_path = budget, ext, pg_temp
as $$
	insert into population (nis, year, residents, origin)
	select nis, year, residents, origin from staging_population
	on conflict (nis, year) do update
	set residents = excluded.residents, origin = excluded.origin;
$$;
comment on function load_population() is 'Residents, from the file.';
