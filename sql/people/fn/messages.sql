create function messages(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('messages', (select json_agg(json_build_object(
			'nr', m.id, 'kind', m.kind, 'data', m.data, 'made', m.made,
			'unread', m.seen is null) order by m.made desc, m.id desc)
		from (select * from message t where t.account = w.account
			order by t.made desc, t.id desc limit 200) m),
		'by_letter', email_usable(w.account) is null)
	from who(messages.session) w;
$$;
comment on function messages(text) is 'The message box of who is signed in, the newest first.';
