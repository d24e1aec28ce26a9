create function state(s source)
returns table (state text, since timestamptz, believed date)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select case when s.fault is not null then 'broken'
			when s.good is null and s.kind <> 'http' then 'new'
			when late(s) then 'late'
			when s.good is null then 'new' else 'good' end,
		case when s.fault is not null then s.fault_since
			when late(s) and s.kind = 'http' then (
				select min(q.made) from question q
				where q.source = s.id and q.answered is null)
			when late(s) then s.good + make_interval(days => s.freshness)
			else s.good end,
		case when s.kind <> 'http' then s.good::date + s.freshness end;
$$;
comment on function state(source) is
	'How a source is, since when, and until which day what it said is believed.';
