create function period_of(period text, day date) returns daterange
language sql stable
set search_path = grants, pg_temp
return case period
	when 'once' then daterange(null, null)
	when 'none' then daterange(day, null)
	when 'day' then daterange(day, day + 1)
	else daterange(date_trunc(period, day)::date,
		(date_trunc(period, day) + case period
			when 'week' then interval '1 week'
			when 'month' then interval '1 month'
			when 'quarter' then interval '3 months'
			when 'year' then interval '1 year' end)::date)
	end;
comment on function period_of(text, date) is
	'For when a right is granted that somebody has on a day: the calendar week, month, quarter or year around it, ever for once; from that day on where the rule says nothing.';
