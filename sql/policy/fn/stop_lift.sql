create function stop_lift(session text, code text, reden text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	select benefits.stop_lift(stop_lift.session, stop_lift.code, stop_lift.reden);
$$;
comment on function stop_lift(text, text, text) is
	'Lets a rule go on that another person stopped.';
