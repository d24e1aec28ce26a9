create function moment(text text) returns timestamptz
language sql stable
set search_path = counter, pg_temp
as $$
	select case when text ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'
		then text::timestamp at time zone current_setting('timezone') end;
$$;
comment on function moment(text) is 'A time as addresses hold it, 2026-12-01T09:30; null: it is none.';
