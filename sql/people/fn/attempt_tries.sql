create function attempt_tries(tries integer, seen timestamptz, forget interval)
returns integer
language sql stable
set search_path = people, ext, pg_temp
as $$
	select 1 + greatest(0, tries - trunc(extract(epoch from now() - seen)
		/ extract(epoch from forget))::integer);
$$;
comment on function attempt_tries(integer, timestamptz, interval) is
	'How many tries a new one makes, when one is forgotten in each interval FORGET. SEEN can be later than the transaction, of who queued for the row: then nothing is forgotten, and nothing is counted twice.';
