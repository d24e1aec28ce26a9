create function stopped_since(after timestamptz) returns date
language sql stable
security definer set search_path = benefits, pg_temp
as $$
	select min(s.stopped)::date from stop s where s.lifted > stopped_since.after;
$$;
comment on function stopped_since(timestamptz) is
	'For features that decide: the first day of what was stopped and lifted after a moment, or null.';
