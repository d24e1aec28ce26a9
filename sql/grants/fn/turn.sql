create function turn(which bigint, d decision, to_state text,
	to_ends date default null) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	update granted g set decision = d.id, cents = d.cents, state = to_state,
		ends = to_ends, changed = now(),
		actor = case to_state when 'declined' then g.actor end,
		period = case when upper_inf(g.period) and not lower_inf(g.period)
			and to_ends is not null
			then daterange(lower(g.period), greatest(to_ends, lower(g.period)) + 1)
			when to_state = 'granted' and d.kind = 'stay' then d.period
			else g.period end
	where g.id = turn.which;
$$;
comment on function turn(bigint, decision, text, date) is
	'What is granted is from now on as a decision says; what was open ends where its end was announced.';
