create function code_make() returns text
language sql volatile set search_path = toolshed, pg_temp
as $$
	-- Without letters and digits that look alike; 12 of 30: 58 bits.
	select string_agg(substr('abcdefghjkmnpqrstuvwxyz2345678', 1 + get_byte(
		decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 0) % 30, 1), '')
	from generate_series(1, 12);
$$;
comment on function code_make() is 'Twelve letters and digits that nobody guesses.';
