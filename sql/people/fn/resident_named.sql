create function resident_named(resident uuid)
returns table (name text, born date)
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return query select resident_name(r.id), r.born from resident r
	where r.id = resident_named.resident and r.until is null;
end;
$$;
comment on function resident_named(uuid) is
	'How somebody who lives here is called and when they were born; no row for who left.';
