create function registered(source smallint, households text[], day date)
returns table (household text, resident uuid, fact smallint, source smallint,
	low integer, high integer, absent boolean, from_day date, received timestamptz)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	with m as materialized (
		select * from people.members(households, registered.day)
	), h as (
		select m.household, count(*)::integer as size,
			with_whom(array_agg(m.role)) as with_whom,
			bool_or(m.born <= registered.day - interval '65 years') as aged,
			bool_and(m.born is not null) as ages_known,
			max(m.from_day) as from_day, max(m.received) as received
		from m group by m.household
	)
	select h.household, null::uuid, o.fact, o.source, x.value, x.value, false,
		h.from_day, h.received
	from h join offer o on o.source = registered.source
	join fact f on f.number = o.fact and f.declared and f.known
	cross join lateral (select case o.heading
		when 'size' then h.size
		when 'with_whom' then (o.words -> h.with_whom ->> 0)::integer
		when 'aged_65' then case when h.aged then 1 when h.ages_known then 0 end
		end) x(value)
	where x.value between f.low and f.high
	union all
	select m.household, m.resident, o.fact, o.source, m.born - date 'epoch',
		m.born - date 'epoch', false, m.from_day, m.received
	from m join offer o on o.source = registered.source and o.heading = 'born'
	join fact f on f.number = o.fact and f.declared and f.known
	where m.born is not null;
$$;
comment on function registered(smallint, text[], date) is
	'What the register itself says: of households how large they are, with whom people live, whether somebody is 65; of people when they were born.';
