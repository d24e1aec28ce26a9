create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object(
		'counter.appointment', (select coalesce(json_agg(json_build_object(
			'visit', lower(a.during), 'place', a.place, 'service', a.service,
			'lang', a.lang, 'page_lang', a.page_lang, 'name', a.name,
			'home', a.home, 'made', a.made, 'came', a.came,
			'cancelled', a.cancelled, 'reminded', a.reminded)
			order by a.ends desc), '[]')
			from appointment a where a.resident = about.resident
			or a.account = about.account),
		'counter.ticket', (select coalesce(json_agg(json_build_object(
			'number', shown(t), 'place', t.place, 'service', t.service,
			'made', t.made, 'called', t.called) order by t.made desc), '[]')
			from ticket t join appointment a on a.id = t.appointment
			where a.resident = about.resident or a.account = about.account),
		'counter.shift', (select coalesce(json_agg(json_build_object(
			'visit', lower(s.during), 'ends', s.ends, 'place', s.place,
			'langs', array_to_string(s.langs, ', ')) order by s.ends desc), '[]')
			from shift s where s.staff = about.account),
		'counter.desk', (select coalesce(json_agg(json_build_object(
			'day', d.day, 'place', d.place, 'desk', d.name,
			'langs', array_to_string(d.langs, ', '))), '[]')
			from desk d where d.staff = about.account));
$$;
comment on function about(uuid, uuid) is
	'Appointments, numbers and hours of somebody.';
