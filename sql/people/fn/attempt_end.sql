create function attempt_end(who text, network text) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	delete from attempt a where a.who = attempt_end.who;
	update attempt a set tries = greatest(a.tries - 1, 1), until = now()
	where a.who = attempt_end.network;
$$;
comment on function attempt_end(text, text) is
	'The try that attempt_begin() counted was right: what was counted of the account is forgotten, of the network this one. Called by the functions that begin a session.';
