create function day_read(text text) returns date
language plpgsql immutable
set search_path = facts, pg_temp
as $$
begin
	return case when day_read.text ~ '^\d{4}-\d{2}-\d{2}$' then day_read.text::date end;
exception when datetime_field_overflow or invalid_datetime_format then
	return null;
end;
$$;
comment on function day_read(text) is '2026-12-31 as a day; null: it is none.';
