create function email_dies(email text, status text, account uuid) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	insert into address_dead (email, status)
	values (lower(email_dies.email), email_dies.status)
	on conflict do nothing;
	if found and exists (select from account a
		where a.id = email_dies.account
		and lower(a.email) = lower(email_dies.email)) then
		perform message_put(email_dies.account, null, 'unreachable',
			jsonb_build_object('email', email_dies.email));
	end if;
end;
$$;
comment on function email_dies(text, text, uuid) is
	'Mail does not arrive at that address: from now on letters, and it is told in the message box.';
