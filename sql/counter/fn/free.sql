create function free(of_service text, of_place text, speaks text, from_day date,
	days integer)
returns table (place text, start timestamptz, staff uuid)
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select s.place, t.start, s.staff
	from service v join shift s on v.id = any (s.services)
	cross join lateral generate_series(lower(s.during),
		upper(s.during) - make_interval(mins => v.minutes),
		make_interval(mins => v.minutes)) t(start)
	where v.id = of_service
	and (of_place is null or s.place = of_place)
	and (speaks is null or speaks = any (s.langs))
	and s.during && tstzrange(from_day::timestamptz,
		(from_day + days)::timestamptz)
	and t.start >= from_day and t.start < from_day + days
	and t.start > now() + interval '2 hours'
	and not exists (select from appointment a
		where a.staff = s.staff and a.cancelled is null
		and a.during && tstzrange(t.start,
			t.start + make_interval(mins => v.minutes)));
$$;
comment on function free(text, text, text, date, integer) is
	'When somebody is free for that service, from two hours ahead on.';
