create function pending_put(households text[], from_day date) returns void
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	select pending_add(households,
		array_fill(pending_put.from_day, array[cardinality(households)]));
$$;
comment on function pending_put(text[], date) is
	'These households are to be decided on, from a day on. Who decides on one of them now is waited for, and it is pending again after that.';
