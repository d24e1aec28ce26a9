create function sessions(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('more', count(*) > 1, 'sessions',
		json_agg(json_build_object('sessie', left(s.id, 16),
			'device', s.device, 'method', s.method,
			'by_' || s.method, true, 'made', s.made, 'seen', s.seen,
			'this', s.id = sessions.session)
			order by s.id = sessions.session desc, s.seen desc))
	from who(sessions.session) w join session s on s.account = w.account
	where s.ends > now() and s.seen > now() - interval '1 hour';
$$;
comment on function sessions(text) is 'Where somebody is signed in.';
