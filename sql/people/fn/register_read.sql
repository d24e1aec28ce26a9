create function register_read() returns timestamptz
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select max(imported) from register_file
	where shape in ('residents', 'residents_delta');
$$;
comment on function register_read() is
	'For other features: when the last file of the register was taken over; null: none was.';
