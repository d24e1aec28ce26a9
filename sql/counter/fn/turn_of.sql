create function turn_of(t ticket) returns integer
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select case when t.appointment is null then 1
		when t.due <= now() then 0 else 2 end;
$$;
comment on function turn_of(ticket) is
	'Who comes first: appointments whose time it is, then who takes a number, then appointments of later.';
