create function access(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'email', a.email,
		'has_password', exists (select from password p where p.account = a.id),
		'known', w.resident is not null)
	from who(access.session) w join account a on a.id = w.account;
$$;
comment on function access(text) is 'How a resident signs in.';
