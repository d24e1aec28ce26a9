create function registration_put(token text, name text, email text, phc text,
	lang text, path text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	known uuid := account_of(email);
begin
	insert into registration (token, name, email, phc, lang)
	values (registration_put.token, registration_put.name,
		registration_put.email, registration_put.phc,
		registration_put.lang);
	perform message_put(known, email,
		case when known is null then 'account_confirm' else 'account_exists' end,
		jsonb_build_object('name', name, 'lang', lang)
		|| case when known is null then jsonb_build_object('path', path) else '{}' end);
	return '{}';
end;
$$;
comment on function registration_put(text, text, text, text, text, text) is
	'Somebody asks for an account: the same is done whether the address has one or not, the mail tells.';
