create function mail_delay(tries integer) returns interval
language sql immutable
set search_path = people, pg_temp
as $$
	select least(interval '4 hours',
		interval '1 minute' * 2 ^ least(tries - 1, 10));
$$;
comment on function mail_delay(integer) is
	'How long to wait after so many tries: a minute, two, four, to four hours.';
