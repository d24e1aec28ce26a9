create function letter_page(resident uuid) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', n.name, 'sent', exists (select from letter l
		where l.resident = letter_page.resident and l.used is null and l.ends > now()))
	from resident_named(letter_page.resident) n;
$$;
comment on function letter_page(uuid) is
	'Whom a letter with a code would be for, and whether one is on its way.';
