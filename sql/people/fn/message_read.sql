create function message_read(session text, nr bigint) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	update message m
	set seen = coalesce(m.seen, case when w.helper is null then now() end)
	from who(message_read.session) w
	where m.id = nr and m.account = w.account
	returning json_build_object('nr', m.id, 'kind', m.kind, 'data', m.data,
		'made', m.made);
$$;
comment on function message_read(text, bigint) is
	'One message of who is signed in, which is read from now on; not when somebody read it who helps them.';
