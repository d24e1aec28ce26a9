create function of(household text, day date)
returns table (fact text, resident uuid, low bigint, high bigint, source text,
	valid_from date, received timestamptz)
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select m.fact, m.resident, m.low, m.high, m.source, m.valid_from, m.received
	from of_many(array[of.household], of.day) m;
$$;
comment on function of(text, date) is
	'For features that decide: what is known of one household on a day, and of its members; see of_many().';
