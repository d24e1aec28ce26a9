create function incoming_fill(d delivery, s source) returns void
language sql
set search_path = facts, ext, pg_temp
as $$
	-- Who is known; days end where the next row of the same fact begins.
	with n as (
		select distinct on (t.mac) t.mac, t.old from staging t
		where t.delivery = d.id and t.mac is not null
	), l as (
		select k.* from (select array_agg(n.mac) as macs,
			array_agg(n.old) as olds from n) a
		cross join lateral people.linked(a.macs, a.olds) k
	), c as (
		select coalesce(c.resident, l.resident) as resident, c.line, c.fact,
			c.said, c.from_day, c.until
		from cells(d, s) c left join l on l.mac = c.mac
	)
	insert into incoming (delivery, line, resident, fact, low, high, valid)
	select d.id, c.line, c.resident, c.fact, (c.said ->> 0)::integer,
		(c.said ->> 1)::integer, daterange(c.from_day, least(c.until,
			lead(c.from_day) over (partition by c.resident, c.fact
				order by c.from_day)))
	from c where c.resident is not null;
$$;
comment on function incoming_fill(delivery, source) is
	'What the rows of a delivery say of residents of ours.';
