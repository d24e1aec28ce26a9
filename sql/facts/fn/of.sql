create function of(household text, day date)
returns table (fact text, resident uuid, low bigint, high bigint, source text,
	valid_from date, received timestamptz)
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select f.name, c.resident, c.low, c.high,
		string_agg(distinct o.name, ' '), max(s.from_day), max(s.received)
	from combined(array[of.household], of.day) c
	join fact f on f.number = c.fact
	join said(array[of.household], of.day) s on s.fact = c.fact
		and (c.resident is null or s.resident = c.resident)
	join source o on o.id = s.source
	group by f.number, c.resident, c.low, c.high
	order by f.number, c.resident;
$$;
comment on function of(text, date) is
	'For features that decide: what is known of a household on a day, and of its members; of facts that a rule in force declares, and of no other.';
