create function code_find(email text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('phc', max(p.phc), 'salt', max(c.salt))
	from account a join code_app c on c.account = a.id
	join password p on p.account = a.id
	where a.kind = 'staff' and a.closed is null and c.salt is not null
	and lower(a.email) = lower(code_find.email);
$$;
comment on function code_find(text) is
	'What a password and a code are compared with; nulls when there is no such civil servant.';
