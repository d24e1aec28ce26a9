create function hash_of(secret text) returns text
language sql immutable
set search_path = people, ext, pg_temp
as $$
	select encode(sha256(convert_to(secret, 'UTF8')), 'hex');
$$;
comment on function hash_of(text) is 'What is kept of a secret that was made at random.';
