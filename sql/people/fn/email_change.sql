create function email_change(session text, token text, email text, lang text,
	path text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	whose uuid := (select w.account from who(session) w);
	taken boolean := coalesce(account_of(email) <> whose, false);
begin
	insert into link (token, purpose, account, email, ends)
	values (email_change.token, 'email', whose, email_change.email,
		now() + interval '1 day');
	perform message_put(whose, email,
		case when taken then 'email_taken' else 'email_confirm' end,
		jsonb_build_object('lang', lang)
		|| case when taken then '{}' else jsonb_build_object('path', path) end);
	return '{}';
end;
$$;
comment on function email_change(text, text, text, text, text) is
	'Somebody wants another address: it counts when the link that goes there is followed.';
