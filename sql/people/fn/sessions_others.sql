create function sessions_others(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	delete from session s using who(sessions_others.session) w
	where s.account = w.account and s.id <> sessions_others.session;
	select '{}'::json;
$$;
comment on function sessions_others(text) is 'Ends every session but the one that asks for it.';
