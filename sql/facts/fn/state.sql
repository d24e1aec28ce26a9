create function state(s source)
returns table (state text, since timestamptz, believed date)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select case when s.fault is not null then 'broken'
			when s.good is null then 'new'
			when late(s) then 'late' else 'good' end,
		case when s.fault is not null then s.fault_since
			when late(s) then s.good + make_interval(days => s.freshness)
			else s.good end,
		s.good::date + s.freshness;
$$;
comment on function state(source) is
	'How a source is, since when, and until which day what it said is believed.';
