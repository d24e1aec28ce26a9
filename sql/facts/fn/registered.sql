create function registered(of_source smallint, households text[], day date)
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
		select * from people.members(registered.households, registered.day)
	), g as materialized (
		select o.fact, o.heading, o.words, f.low, f.high
		from offer o join fact f on f.number = o.fact
		where o.source = registered.of_source and f.declared and f.known
	), h as materialized (
		select m.household, count(*)::integer as size,
			with_whom(array_agg(m.role)) as with_whom,
			bool_or(m.born <= registered.day - interval '65 years') as aged,
			bool_and(m.born is not null) as ages_known,
			max(m.from_day) as from_day, max(m.received) as received
		from m group by m.household
	)
	select h.household, null::uuid, g.fact, registered.of_source, x.value, x.value,
		false, h.from_day, h.received
	from h cross join g
	cross join lateral (select case g.heading
		when 'size' then h.size
		when 'with_whom' then (g.words -> h.with_whom ->> 0)::integer
		when 'aged_65' then case when h.aged then 1 when h.ages_known then 0 end
		end) x(value)
	where x.value between g.low and g.high
	union all
	select m.household, m.resident, g.fact, registered.of_source,
		m.born - date 'epoch', m.born - date 'epoch', false, m.from_day,
		m.received
	from m cross join g where g.heading = 'born' and m.born is not null;
end;
$$;
comment on function registered(smallint, text[], date) is
	'What the register itself says: of households how large they are, with whom people live, whether somebody is 65; of people when they were born.';
