create function usable(s source, day date) returns boolean
language sql stable
set search_path = facts, ext, pg_temp
return s.ended is null and (s.kind = 'http' or s.good is not null
	and day <= s.good::date + s.freshness);
comment on function usable(source, date) is
	'Whether a source is fresh enough to say something of a day: what is late or broken for longer says nothing, which is not the same as no. What a service answers has its own days.';
