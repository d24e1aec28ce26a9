create function incoming_end(d delivery, s source)
returns table (resident uuid, from_day date)
language sql
set search_path = facts, ext, pg_temp
as $$
	with gone as (
		update value v set replaced = now(), until = current_date + s.retention
		where s.complete and v.source = s.id and v.replaced is null
		and (upper_inf(v.valid) or upper(v.valid) > d.day)
		and not exists (select from incoming i where i.delivery = d.id
			and i.resident = v.resident and i.fact = v.fact)
		returning v.*
	), stays as (
		insert into value (fact, source, resident, low, high, valid, received, until)
		select g.fact, g.source, g.resident, g.low, g.high,
			daterange(lower(g.valid), d.day), g.received, d.day + s.retention
		from gone g where lower(g.valid) < d.day
	)
	select g.resident, max(d.day) from gone g group by g.resident;
$$;
comment on function incoming_end(delivery, source) is
	'Who is not in a complete delivery has nothing of it from its day on.';
