create function help_over(session text) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	select access.note(help_over.session, 'people.help_end', w.resident)
	from who(help_over.session) w where w.helper is not null;
$$;
comment on function help_over(text) is
	'Writes that who helps a resident stops.';
