create function of_many(households text[], day date)
returns table (household text, fact text, resident uuid, low bigint, high bigint,
	source text, valid_from date, received timestamptz)
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select c.household, f.name, c.resident, c.low, c.high,
		string_agg(distinct o.name, ' '), max(s.from_day), max(s.received)
	from combined(of_many.households, of_many.day) c
	join fact f on f.number = c.fact
	join said(of_many.households, of_many.day) s on s.fact = c.fact
		and s.household = c.household
		and (c.resident is null or s.resident = c.resident)
	join source o on o.id = s.source
	group by c.household, f.number, c.resident, c.low, c.high
	order by c.household, f.number, c.resident;
$$;
comment on function of_many(text[], date) is
	'For features that decide: what is known of households on a day, and of their members; of facts that a rule in force declares, and of no other.';
