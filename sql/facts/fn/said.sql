create function said(households text[], day date)
returns table (household text, resident uuid, fact smallint, source smallint,
	low integer, high integer, absent boolean, from_day date, received timestamptz)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	with m as materialized (
		select * from people.members(households, said.day)
	), s as materialized (
		select * from source s where usable(s, said.day)
	), v as materialized (
		select m.household, v.resident, v.fact, v.source, v.low, v.high,
			lower(v.valid) as from_day, v.received
		from m join value v on v.resident = m.resident
		join s on s.id = v.source join fact f on f.number = v.fact
		where v.replaced is null and v.valid @> said.day
		and f.declared and f.known
	)
	select v.household, v.resident, v.fact, v.source, v.low, v.high, false,
		v.from_day, v.received from v
	union all
	select m.household, m.resident, o.fact, o.source, o.absent_low,
		o.absent_high, true, s.first_day, s.good
	from s join offer o on o.source = s.id join fact f on f.number = o.fact
	cross join m
	where s.complete and o.absent_low is not null and s.first_day <= said.day
	and f.declared and f.known
	and not exists (select from v where v.resident = m.resident
		and v.fact = o.fact and v.source = o.source)
	union all
	select r.* from s cross join lateral registered(s.id, households, said.day) r
	where s.kind = 'register';
$$;
comment on function said(text[], date) is
	'What each usable source says of each member on a day, of facts that rules declare; without RESIDENT: of the household. ABSENT: by not naming them.';
