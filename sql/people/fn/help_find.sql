create function help_find(session text, naam text, geboren date, code text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	return help_people(help_find.session, array(
		select f.resident
		from who(help_find.session) w, (
			select n.resident from residents_find(naam, geboren) n
			where code is null
			union
			select p.resident from paper p
			where p.reference = reference_read(code)) f
		where exists (select from help_rights(w.account, f.resident))
		limit 20));
end;
$$;
comment on function help_find(text, text, date, text) is
	'Residents whom who asks may help: by name and birth date, or by the CODE on a letter to them.';
