create function take(version integer, most integer) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	waiting jsonb;
begin
	perform benefits.in_force_kept(take.version);
	if benefits.halted(take.version) then
		return '{"households": []}';
	end if;
	-- A statement sees what was kept when it began: facts are read by another one
	-- than that which locks, else those of before the lock would be decided on.
	select jsonb_agg(p) into waiting from facts.pending_take(take.most) p;
	return (
		with home as materialized (
			select p.household, p.from_day from jsonb_to_recordset(coalesce(waiting, '[]'))
				p(household text, from_day date)
		), sight as materialized (
			select h.household, d.day from home h
			cross join lateral days_of(h.household, h.from_day, take.version) d(day)
		), on_day as materialized (
			select s.day, array_agg(s.household) as households
			from sight s group by s.day
		), member as materialized (
			select o.day, m.household, json_agg(m.resident) as list from on_day o
			cross join lateral people.members(o.households, o.day) m
			group by o.day, m.household
		), known as materialized (
			select o.day, f.household, json_agg(json_build_object('fact', f.fact,
				'resident', f.resident, 'low', f.low, 'high', f.high,
				'source', f.source, 'valid_from', f.valid_from,
				'received', f.received)) as list from on_day o
			cross join lateral facts.of_many(o.households, o.day) f
			group by o.day, f.household
		)
		select json_build_object('households', coalesce(json_agg(
			json_build_object('household', h.household,
				'looked', (select json_object_agg(l.rule, l.mark) from looked l
					where l.household = h.household),
				'days', (select json_agg(json_build_object('day', s.day,
						'members', coalesce(m.list, '[]'),
						'facts', coalesce(k.list, '[]')) order by s.day)
					from sight s
					left join member m on m.household = s.household and m.day = s.day
					left join known k on k.household = s.household and k.day = s.day
					where s.household = h.household))), '[]'))
		from home h);
end;
$$;
comment on function take(integer, integer) is
	'The households that wait the longest, held until the end of the transaction: on each day that matters who lived there and what is known. The version of the rules stays in force until then; by one that failed nobody is decided on.';
