create function late(s source) returns boolean
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select case s.kind
		when 'http' then exists (select from question q
			where q.source = s.id and q.answered is null
			and q.until >= current_date
			and q.made < now() - interval '1 hour')
		else s.good is null or not usable(s, current_date) end;
$$;
comment on function late(source) is 'Whether a source was not heard of for longer than its freshness, or a service has had a question for an hour.';
