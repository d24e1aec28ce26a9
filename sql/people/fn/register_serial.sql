create function register_serial() returns integer
language sql stable
set search_path = people, ext, pg_temp
as $$
	select max(serial) from register_file;
$$;
comment on function register_serial() is
	'The number of the last file of residents that was taken over; null: none was.';
