create function registration_phc(token text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('phc', (select r.phc from registration r
		where r.token = registration_phc.token and r.ends > now()));
$$;
comment on function registration_phc(text) is
	'What is kept of the password that somebody chose for the account of that link.';
