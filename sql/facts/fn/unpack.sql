create function unpack(bytes bytea)
returns table (fact smallint, low integer, high integer)
language sql immutable
set search_path = facts, ext, pg_temp
as $$
	select ('x' || encode(substring(bytes from i for 2), 'hex'))::bit(16)::integer::smallint,
		('x' || encode(substring(bytes from i + 2 for 4), 'hex'))::bit(32)::integer,
		('x' || encode(substring(bytes from i + 6 for 4), 'hex'))::bit(32)::integer
	from generate_series(1, octet_length(bytes), 10) i;
$$;
comment on function unpack(bytea) is 'The facts in packed bytes.';
