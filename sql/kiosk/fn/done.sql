create function done(session text) returns json
language sql
security definer set search_path = kiosk, pg_temp
as $$
	select people.sign_out(done.session);
$$;
comment on function done(text) is
	'A visit at a kiosk is over: nobody goes on with its session.';
