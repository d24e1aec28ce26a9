create function code_start(of_account uuid) returns json
language sql
set search_path = people, ext, pg_temp
as $$
	insert into code_app as c (account, next_salt)
	values (of_account, random_hex())
	on conflict (account) do update
	set next_salt = coalesce(c.next_salt, excluded.next_salt);
	select json_build_object('name', a.name, 'email', coalesce(a.email, a.name),
		'salt', c.next_salt, 'has', c.salt is not null,
		'left', (select count(*) from recovery r
			where r.account = a.id and r.used is null))
	from account a join code_app c on c.account = a.id where a.id = of_account;
$$;
comment on function code_start(uuid) is
	'What the page to set up an app needs; it gives the same until that is done.';
