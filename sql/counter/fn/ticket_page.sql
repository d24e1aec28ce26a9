create function ticket_page(place text, code text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('shown', shown(t), 'place', t.place,
		'where', p.name, 'address', p.address,
		'name', in_language(v.name, ticket_page.lang),
		'is_' || t.state, true, 'desk', t.desk,
		'called', to_char(t.called, 'HH24:MI'),
		'time', case when t.appointment is not null
			then to_char(t.due, 'HH24:MI') end,
		'later', t.appointment is not null and t.due > now(),
		'ahead', a.ahead, 'nobody', a.ahead = 0,
		'minutes', 5 * ceil(extract(epoch from pace(t)) * (a.ahead + 1) / 300),
		'made', t.made)
	from ticket t join service v on v.id = t.service
	join place p on p.id = t.place
	cross join lateral ahead(t) a(ahead)
	where t.code = ticket_page.code and t.place = ticket_page.place
	and t.day = current_date;
$$;
comment on function ticket_page(text, text, text) is
	'A number of today, for who has its code: whether it is called, or how many are before it.';
