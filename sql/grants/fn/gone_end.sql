create function gone_end(of_household text) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	update granted g set state = 'ended', changed = now(),
		ends = greatest(lower(g.period), r.until - 1),
		period = daterange(lower(g.period), greatest(lower(g.period), r.until - 1) + 1)
	from granted o cross join lateral people.registered(o.subject) r
	where o.id = g.id and g.household = of_household and g.subject is not null
	and upper_inf(g.period) and not lower_inf(g.period)
	and g.state in ('granted', 'ending') and r.until is not null;
$$;
comment on function gone_end(text) is
	'What was open for somebody who died or left ends with them, and nobody is written.';
