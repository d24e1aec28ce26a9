create function password_forgot(token text, email text, lang text, path text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	known uuid := account_of(email);
begin
	insert into link (token, purpose, account, email, ends)
	values (password_forgot.token, 'password', known, password_forgot.email,
		now() + interval '1 hour');
	perform message_put(known, email,
		case when known is null then 'account_none' else 'password_link' end,
		jsonb_build_object('lang', lang)
		|| case when known is null then '{}' else jsonb_build_object('path', path) end);
	return '{}';
end;
$$;
comment on function password_forgot(text, text, text, text) is
	'Somebody forgot a password: the same is done whether the address has an account or not, the mail tells.';
