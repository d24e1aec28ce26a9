create function message_delete(session text, nr bigint) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	delete from message m using who(message_delete.session) w
	where m.id = nr and m.account = w.account
	returning '{}'::json;
$$;
comment on function message_delete(text, bigint) is
	'Takes a message out of the box of who is signed in.';
