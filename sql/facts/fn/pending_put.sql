create function pending_put(households text[], from_day date) returns void
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	select pending_add(households,
		array_fill(pending_put.from_day, array[cardinality(households)]), true);
$$;
comment on function pending_put(text[], date) is
	'These households are to be looked at again, from a day on, after those that changed. Who decides on one of them now is waited for, and it is pending again after that.';
