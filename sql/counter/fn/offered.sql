create function offered(at_place text) returns table (service text)
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select unnest(d.services) from desk d
	where d.place = at_place and d.day = current_date
	union
	select unnest(s.services) from shift s
	where s.place = at_place and s.during && tstzrange(now(),
		least(now() + interval '30 minutes', current_date + 1));
$$;
comment on function offered(text) is
	'For what somebody can take a number at a place now: who is at a desk, or is there within half an hour.';
