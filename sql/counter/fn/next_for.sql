create function next_for(d desk) returns bigint
language sql
set search_path = counter, ext, pg_temp
as $$
	select t.id from ticket t
	left join appointment a on a.id = t.appointment
	where t.place = d.place and t.day = d.day and t.state = 'waiting'
	and t.service = any (d.services) and turn_of(t) < 2
	and (t.lang is null or t.lang = any (d.langs) or not exists (
		select from desk o where o.place = d.place and o.day = d.day
		and t.lang = any (o.langs) and t.service = any (o.services)))
	order by turn_of(t), (a.staff = d.staff) is true desc, t.due, t.id
	limit 1 for update of t skip locked;
$$;
comment on function next_for(desk) is
	'Whom a desk calls next, locked so that no other calls them: an appointment whose time it is, its own first; then who waits longest. A language that no desk speaks keeps nobody waiting.';
