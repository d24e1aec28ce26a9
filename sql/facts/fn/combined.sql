create function combined(households text[], day date)
returns table (household text, resident uuid, fact smallint, low integer, high integer)
language plpgsql stable
set search_path = facts, ext, pg_temp
-- With null other ways are good than with one household.
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
	return query
	-- Several sources narrow what is known of somebody; where they contradict
	-- each other nothing is.
	with one as materialized (
		select s.household, s.resident, s.fact, max(s.low) as low,
			min(s.high) as high, bool_and(s.absent) as absent
		from said(combined.households, combined.day) s
		group by s.household, s.resident, s.fact
		having max(s.low) <= min(s.high)
	), size as materialized (
		select m.household, count(*) as members
		from people.members(combined.households, combined.day) m
		group by m.household
	), home as (
		select o.household, o.fact, z.members - count(*) as lack,
			sum(o.low) as low_sum, sum(o.high) as high_sum,
			min(o.low) as low_min, min(o.high) as high_min,
			max(o.low) as low_max, max(o.high) as high_max,
			max(o.low) filter (where not o.absent) as low_here,
			min(o.high) filter (where not o.absent) as high_here
		from one o join size z on z.household = o.household
		where o.resident is not null
		group by o.household, o.fact, z.members
	), every as (
		select o.household, o.resident, o.fact, o.low::bigint as low,
			o.high::bigint as high
		from one o join fact f on f.number = o.fact
		where o.resident is null or f.person
		union all
		select h.household, null, h.fact, greatest(f.low, case f.combine
				when 'sum' then h.low_sum + h.lack * f.low
				when 'min' then case h.lack when 0 then h.low_min end
				when 'max' then h.low_max
				else coalesce(h.low_here, h.low_max) end),
			least(f.high, case f.combine
				when 'sum' then h.high_sum + h.lack * f.high
				when 'min' then h.high_min
				when 'max' then case h.lack when 0 then h.high_max end
				else coalesce(h.high_here, h.high_min) end)
		from home h join fact f on f.number = h.fact and not f.person
	)
	select e.household, e.resident, e.fact, max(e.low)::integer, min(e.high)::integer
	from every e join fact f on f.number = e.fact
	group by e.household, e.resident, e.fact, f.low, f.high
	having max(e.low) <= min(e.high)
	and (max(e.low) > f.low or min(e.high) < f.high);
end;
$$;
comment on function combined(text[], date) is
	'What is known on a day of households and of their members, as far as it is: a member of whom nothing is known leaves open what they add.';
