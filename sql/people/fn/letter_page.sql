create function letter_page(session text, resident uuid) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	perform access.note(session, 'people.letter', r.id)
	from resident r where r.id = letter_page.resident;
	return (
		select json_build_object('name', n.name, 'sent', exists (select from letter l
			where l.resident = letter_page.resident and l.used is null and l.ends > now()))
		from resident_named(letter_page.resident) n);
end;
$$;
comment on function letter_page(text, uuid) is
	'Whom a letter with a code would be for, and whether one is on its way.';
