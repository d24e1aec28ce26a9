create function foreign_rest(source smallint) returns void
language sql
set search_path = facts, ext, pg_temp
as $$
	update source s set next = clock_timestamp() + pause(s.tries)
	where s.id = foreign_rest.source;
$$;
comment on function foreign_rest(smallint) is
	'A database that did not answer is left alone for a while, longer each time.';
