create function source_alive(source text, moment timestamptz) returns void
language plpgsql
set search_path = facts, ext, pg_temp
as $$
declare
	s source;
begin
	select o.* into s from source o where o.name = source_alive.source for update;
	update source o set good = greatest(o.good, moment), fault = null,
		fault_since = null, tries = 0,
		first_day = least(o.first_day, moment::date)
	where o.id = s.id;
	perform refresh_all(silent_since(s)) where silent_since(s) is not null;
end;
$$;
comment on function source_alive(text, timestamptz) is
	'A source has nothing new: what it said before holds.';
