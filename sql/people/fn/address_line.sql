create function address_line(resident uuid) returns text
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a.street || ' ' || a.house
		|| case a.box when '' then '' else ' bus ' || a.box end
		|| ', ' || a.postal
	from address a
	where a.resident = address_line.resident and a.until is null;
$$;
comment on function address_line(uuid) is
	'Where somebody gets letters, on one line; null: nowhere.';
