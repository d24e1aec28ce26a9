create function euros(cents bigint) returns text
language sql immutable
set search_path = payments, pg_temp
as $$
	select (cents / 100) || '.' || lpad((cents % 100)::text, 2, '0');
$$;
comment on function euros(bigint) is 'An amount as a bank reads it: "12.50".';
