create function load_neighbourhoods() returns void
language sql set search_path = budget, ext, pg_temp
as $$
	delete from mention;
	delete from neighbourhood;
	insert into neighbourhood (number, name, col, row, words)
	select number, name, col, row, words from staging_neighbourhoods;
	select refresh_city();
$$;
comment on function load_neighbourhoods() is 'Neighbourhoods, from the file.';
