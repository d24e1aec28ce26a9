create function silent_since(s source) returns date
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select case when not usable(s, current_date)
	then least(current_date, coalesce(s.good::date + s.freshness + 1, current_date)) end;
$$;
comment on function silent_since(source) is
	'Since which day a source says nothing; null: it says something of today. Once it is heard of again, the days since then are to be decided too.';
