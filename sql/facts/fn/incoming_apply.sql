create function incoming_apply(d delivery, s source)
returns table (resident uuid, from_day date)
language sql
set search_path = facts, ext, pg_temp
as $$
	-- What was said already is not said again.
	delete from incoming i using value v
	where i.delivery = d.id and v.replaced is null and v.source = s.id
	and v.resident = i.resident and v.fact = i.fact
	and (v.low, v.high) = (i.low, i.high) and v.valid @> i.valid
	and upper(v.valid) is not distinct from upper(i.valid);
	-- Of what is said otherwise the days stay of which nothing else is said;
	-- but what is said again, with another end, ends there.
	with other as materialized (
		select v.id, datemultirange(v.valid) - range_agg(case
			when lower(v.valid) = lower(i.valid)
				or (v.low, v.high) = (i.low, i.high)
			then daterange(lower(i.valid), upper(v.valid))
			else i.valid end) as stays, min(lower(i.valid)) as day
		from incoming i join value v on v.resident = i.resident
			and v.fact = i.fact and v.source = s.id and v.replaced is null
			and v.valid && i.valid
		where i.delivery = d.id group by v.id, v.valid
	), gone as (
		update value v set replaced = now(), until = current_date + s.retention
		from other o where o.id = v.id
		returning v.*, o.stays
	)
	insert into incoming (delivery, line, resident, fact, low, high, valid, received)
	select d.id, 0, g.resident, g.fact, g.low, g.high, r.valid, g.received
	from gone g cross join lateral unnest(g.stays) r(valid);
	insert into value (fact, source, resident, low, high, valid, received, until)
	select i.fact, s.id, i.resident, i.low, i.high, i.valid,
		coalesce(i.received, now()), upper(i.valid) + s.retention
	from incoming i where i.delivery = d.id;
	select i.resident, min(lower(i.valid)) from incoming i
	where i.delivery = d.id and i.received is null group by i.resident;
$$;
comment on function incoming_apply(delivery, source) is
	'Takes over what is new or otherwise than before; gives of whom, and from which day on.';
