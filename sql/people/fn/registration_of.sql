create function registration_of(token text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select coalesce((select json_build_object('name', r.name, 'email', r.email)
		from registration r
		where r.token = registration_of.token and r.ends > now()
		and account_of(r.email) is null),
		json_build_object('gone', true));
$$;
comment on function registration_of(text) is
	'The account that a link in a mail would make.';
