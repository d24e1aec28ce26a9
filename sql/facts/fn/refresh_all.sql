create function refresh_all(back date default null) returns void
language sql
set search_path = facts, ext, pg_temp
as $$
	update refreshed r set mark = null, back = least(r.back, refresh_all.back);
$$;
comment on function refresh_all(date) is
	'The packed facts of everybody are to be renewed, in shares. BACK: since when a source that is heard of again said nothing.';
