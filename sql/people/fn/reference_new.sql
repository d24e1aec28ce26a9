create function reference_new() returns text
language sql volatile
set search_path = people, ext, pg_temp
as $$
	select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
		get_byte(r.b, i) % 32 + 1, 1), '')
	from (select uuid_send(gen_random_uuid()) as b) r,
		unnest('{0,1,2,3,4,5,7,9,10,11}'::integer[]) i;
$$;
comment on function reference_new() is
	'What a letter is called: ten signs of Crockford''s base 32, from the 50 random bits of a UUID''s bytes that are random as a whole.';
