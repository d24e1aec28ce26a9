create function random_hex() returns text
language sql volatile
set search_path = people, ext, pg_temp
as $$
	select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
$$;
comment on function random_hex() is
	'64 digits that nobody can guess: 244 bits of the database''s strong random numbers.';
