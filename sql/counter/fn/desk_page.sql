create function desk_page(session text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object(
		'desk', d.name, 'place', d.place, 'where', p.name,
		'speaks', array_to_string(d.langs, ', '),
		'for', (select string_agg(in_language(v.name, desk_page.lang), ', '
			order by v.position) from service v where v.id = any (d.services)),
		'now', (select ticket_row(t, desk_page.lang) from ticket t
			where t.id = desk_now(d)),
		'waiting', (select count(*) from ticket t where t.place = d.place
			and t.day = d.day and t.state = 'waiting'),
		'rows', (select json_agg(ticket_row(t, desk_page.lang)
				order by turn_of(t), t.due, t.id)
			from ticket t where t.place = d.place and t.day = d.day
			and t.state = 'waiting' and t.service = any (d.services)),
		'last', (select json_agg(ticket_row(t, desk_page.lang)
				order by t.ended desc)
			from (select * from ticket t where t.staff = d.staff
				and t.day = d.day and t.ended is not null
				order by t.ended desc limit 3) t),
		'places', (select json_agg(json_build_object('id', l.id,
			'name', l.name) order by l.name) from place l),
		'services', (select json_agg(json_build_object('id', v.id,
			'name', in_language(v.name, desk_page.lang)) order by v.position)
			from service v where d.staff is null
			or v.id in (select o.service from offered(d.place) o)))
	from (select) one
	left join desk d on d.day = current_date
		and d.staff = (select account from people.actor(desk_page.session))
	left join place p on p.id = d.place;
$$;
comment on function desk_page(text, text) is
	'The desk of who is signed in: whom they called, who waits; or what they can choose.';
