create function resident_name(resident uuid) returns text
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return (
		select trim(p.given || ' ' || p.family) from person_name p
		where p.resident = resident_name.resident
		order by p.until desc nulls first, p.from_day desc limit 1);
end;
$$;
comment on function resident_name(uuid) is
	'What somebody is called, or was called last.';
