create function today(session text, plaats text, dag date, lang text)
returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('day', d.day, 'place', p.id, 'where', p.name,
		'places', (select json_agg(json_build_object('id', l.id,
			'name', l.name, 'chosen', l.id = p.id) order by l.name)
			from place l),
		'rows', coalesce((select json_agg(json_build_object('id', a.id,
			'time', to_char(lower(a.during), 'HH24:MI'),
			'service', in_language(v.name, today.lang), 'who', a.name,
			'home', a.home, 'lang', a.lang, 'came', a.came,
			'cancelled', a.cancelled, 'number', (
				select shown(t) from ticket t where t.appointment = a.id),
			'mine', a.staff = (
				select account from people.actor(today.session)))
			order by lower(a.during), a.id)
			from appointment a join service v on v.id = a.service
			where a.place = p.id and lower(a.during)::date = d.day), '[]'))
	from (select coalesce(dag, current_date) as day) d
	cross join lateral (select * from place l
		where l.id = plaats or plaats is null order by l.name limit 1) p;
$$;
comment on function today(text, text, date, text) is
	'Who comes on a day to a place, for who works there.';
