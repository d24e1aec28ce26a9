create function password_set(account uuid, phc text) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	insert into password as p (account, phc)
	values (password_set.account, password_set.phc)
	on conflict on constraint password_pkey
	do update set phc = excluded.phc, changed = now();
	delete from link l where l.account = password_set.account
	and l.purpose = 'password';
	perform message_put(a.id, a.email, 'password_changed',
		jsonb_build_object('lang', a.lang))
	from account a where a.id = password_set.account and a.email is not null;
end;
$$;
comment on function password_set(uuid, text) is
	'Keeps a new password, and tells so: links to choose one work no longer.';
