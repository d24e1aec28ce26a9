create function pause(tries integer) returns interval
language sql immutable
set search_path = facts, ext, pg_temp
return least(interval '1 minute' * power(2, least(greatest(tries, 1), 7) - 1),
	interval '1 hour');
comment on function pause(integer) is
	'How long a source that did not answer is left alone: a minute, two, four, and an hour at most.';
