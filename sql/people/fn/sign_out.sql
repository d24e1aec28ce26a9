create function sign_out(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	delete from session s where s.id = sign_out.session;
	select '{}'::json;
$$;
comment on function sign_out(text) is 'Ends a session.';
