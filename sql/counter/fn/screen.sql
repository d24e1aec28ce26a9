create function screen(place text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('place', p.id, 'where', p.name,
		'open', exists (select from offered(p.id)) or w.waiting > 0,
		'opens', opens(p.id), 'opens_at', to_char(opens(p.id), 'HH24:MI'),
		'waiting', w.waiting, 'nobody', w.waiting = 0,
		'calls', coalesce(c.rows, '[]'))
	from place p
	cross join lateral (select count(*) as waiting from ticket t
		where t.place = p.id and t.day = current_date
		and t.state = 'waiting') w
	cross join lateral (select json_agg(json_build_object('shown', shown(t),
			'desk', t.desk, 'new', t.called > now() - interval '30 seconds')
			order by t.called desc) as rows
		from (select * from ticket t
			where t.place = p.id and t.day = current_date
			and (t.state = 'called' or t.called > now() - interval '10 minutes')
			order by t.called desc limit 6) t) c
	where p.id = screen.place;
$$;
comment on function screen(text) is
	'What the screen on the wall shows: who was called last and where, and how many wait.';
