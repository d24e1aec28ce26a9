create function email_confirm(token text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one link := link_take(token, 'email');
	old account;
begin
	select * into old from account a where a.id = one.account for update;
	update account a set email = one.email where a.id = one.account
	and coalesce(account_of(one.email), a.id) = a.id;
	if not found then
		raise exception 'link_gone' using errcode = 'BF000';
	end if;
	perform email_alive(one.email);
	delete from link l where l.account = one.account;
	if old.email is not null then
		perform message_put(old.id, old.email, 'email_changed',
			jsonb_build_object('lang', old.lang));
	end if;
	return '{}';
exception when unique_violation then
	raise exception 'link_gone' using errcode = 'BF000';
end;
$$;
comment on function email_confirm(text) is
	'The address of a link in a mail is now that of the account; the old one is told.';
