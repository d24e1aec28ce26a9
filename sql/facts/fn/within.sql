create function within(bytes bytea, before bytea) returns boolean
language sql immutable
set search_path = facts, ext, pg_temp
as $$
	select bytes = before or not exists (
		select * from unpack(bytes) except select * from unpack(before));
$$;
comment on function within(bytea, bytea) is
	'Whether packed facts are known that were known before, and no other.';
