create function shown(t ticket) returns text
language sql immutable
set search_path = counter, pg_temp
as $$
	select t.letter || ' ' || t.number;
$$;
comment on function shown(ticket) is 'A number as people read it: A 17.';
