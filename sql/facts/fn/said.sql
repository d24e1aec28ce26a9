create function said(households text[], day date)
returns table (household text, resident uuid, fact smallint, source smallint,
	low integer, high integer, absent boolean, from_day date, received timestamptz)
language plpgsql stable
set search_path = facts, ext, pg_temp
-- With null other ways are good than with one household.
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
	return query
	with m as materialized (
		select * from people.members(said.households, said.day)
	), s as materialized (
		select * from source s where usable(s, said.day)
	), f as materialized (
		select f.number from fact f where f.declared and f.known
	), v as materialized (
		select m.household, v.resident, v.fact, v.source, v.low, v.high,
			lower(v.valid) as from_day, v.received
		-- Each member's own, by their number, however many they are.
		from m cross join lateral (select * from value v
			where v.resident = m.resident and v.replaced is null
			and v.valid @> said.day offset 0) v
		join s on s.id = v.source join f on f.number = v.fact
		-- What it is declared to say no more is not used any more either.
		where s.kind = 'said' or exists (select from offer o
			where o.source = v.source and o.fact = v.fact)
	)
	select v.household, v.resident, v.fact, v.source, v.low, v.high, false,
		v.from_day, v.received from v
	union all
	select m.household, m.resident, o.fact, o.source, o.absent_low,
		o.absent_high, true, s.first_day, s.good
	from s join offer o on o.source = s.id join f on f.number = o.fact
	cross join m
	where s.complete and o.absent_low is not null and s.first_day <= said.day
	and not exists (select from v where v.resident = m.resident
		and v.fact = o.fact and v.source = o.source)
	union all
	select r.* from s cross join lateral registered(s.id, said.households, said.day) r
	where s.kind = 'register';
end;
$$;
comment on function said(text[], date) is
	'What each usable source says of each member on a day, of facts that rules declare; without RESIDENT: of the household. ABSENT: by not naming them.';
