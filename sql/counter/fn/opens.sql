create function opens(at_place text) returns timestamptz
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select min(lower(s.during)) from shift s
	where s.place = at_place and lower(s.during) > now();
$$;
comment on function opens(text) is 'When somebody is at that place again.';
