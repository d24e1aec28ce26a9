create function attempt_wait(tries integer, free integer) returns interval
language sql immutable
set search_path = people, ext, pg_temp
as $$
	select case when tries <= free then interval '0'
		else least(5 * 2 ^ least(tries - free - 1, 20), 900) * interval '1 second' end;
$$;
comment on function attempt_wait(integer, integer) is
	'How long to wait after so many failed tries: nothing for the free ones, then 5 seconds and each time twice as long, at most a quarter of an hour, so that nobody can lock another out for long.';
