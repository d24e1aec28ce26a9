create function session_open(fresh text, before text, account uuid, level text,
	method text, device text) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	delete from session s where s.id = before;
	insert into session (id, account, level, method, device, ends)
	values (fresh, session_open.account, session_open.level,
		session_open.method, coalesce(session_open.device, ''),
		now() + interval '8 hours');
$$;
comment on function session_open(text, text, uuid, text, text, text) is
	'Begins a session of eight hours under the hash FRESH, and ends the one of BEFORE: nobody goes on with a session from before they signed in.';
