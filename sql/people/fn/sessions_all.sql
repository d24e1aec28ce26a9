create function sessions_all(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	delete from session s using who(sessions_all.session) w
	where s.account = w.account;
	select '{}'::json;
$$;
comment on function sessions_all(text) is 'Signs somebody out everywhere.';
