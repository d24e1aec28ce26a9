create function session_end(session text, sessie text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	with gone as (delete from session s using who(session_end.session) w
		where s.account = w.account and left(s.id, 16) = sessie returning 1)
	select '{}'::json from gone limit 1;
$$;
comment on function session_end(text, text) is
	'Ends one session of who is signed in, by the begin of its hash.';
