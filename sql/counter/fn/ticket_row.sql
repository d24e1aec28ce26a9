create function ticket_row(t ticket, lang text) returns json
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select json_build_object('id', t.id, 'shown', shown(t),
		'name', in_language(v.name, ticket_row.lang), 'lang', t.lang,
		'hard_standing', t.hard_standing, 'hard_reading', t.hard_reading,
		'time', case when t.appointment is not null
			then to_char(t.due, 'HH24:MI') end,
		'since', to_char(t.made, 'HH24:MI'),
		'called', to_char(t.called, 'HH24:MI'),
		'calls', t.calls, 'again', t.calls > 1, 'absent', t.state = 'absent')
	from service v where v.id = t.service;
$$;
comment on function ticket_row(ticket, text) is 'A number, for who works at a desk.';
