create function stop_put(session text, code text, reden text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	select benefits.stop_put(stop_put.session, stop_put.code, stop_put.reden);
$$;
comment on function stop_put(text, text, text) is
	'Stops a rule, with a reason that everybody reads.';
