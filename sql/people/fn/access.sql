create function access(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'email', a.email,
		'has_password', p.account is not null,
		'known', w.resident is not null,
		'once', p.account is null and s.method = 'letter')
	from who(access.session) w join account a on a.id = w.account
	join session s on s.id = access.session
	left join password p on p.account = a.id;
$$;
comment on function access(text) is 'How a resident signs in.';
