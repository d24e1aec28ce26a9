create function password_of(email text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('phc', (select p.phc from password p
		where p.account = account_of(password_of.email)));
$$;
comment on function password_of(text) is
	'What is kept of the password of a resident, for C to compare; null when there is no such account.';
