create function late(s source) returns boolean
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select s.good is null or not usable(s, current_date);
$$;
comment on function late(source) is 'Whether a source was not heard of for longer than its freshness.';
