create function shifts(session text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object(
		'places', (select json_agg(json_build_object('id', id, 'name', name)
			order by name) from place),
		'services', (select json_agg(json_build_object('id', id,
			'name', in_language(name, shifts.lang)) order by position) from service),
		'rows', coalesce((select json_agg(json_build_object('id', s.id,
			'day', lower(s.during)::date,
			'from', to_char(lower(s.during), 'HH24:MI'),
			'until', to_char(upper(s.during), 'HH24:MI'),
			'where', p.name, 'who', n.name,
			'langs', array_to_string(s.langs, ', '),
			'booked', b.booked, 'free', b.booked = 0)
			order by s.during)
			from shift s
			cross join lateral (select count(*) as booked
				from appointment a
				where a.staff = s.staff and a.cancelled is null
				and a.during <@ s.during) b join place p on p.id = s.place
			cross join lateral people.account_named(s.staff) n
			where s.ends > now()), '[]'));
$$;
comment on function shifts(text, text) is 'Who works when at which counter, from now on.';
