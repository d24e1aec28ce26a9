create function registration_confirm(token text, who text, network text,
	fresh text, session text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one registration;
	whose uuid;
begin
	delete from registration r
	where r.token = registration_confirm.token and r.ends > now()
	returning * into one;
	insert into account (kind, name, email, lang)
	select 'resident', one.name, one.email, one.lang where one.token is not null
	on conflict do nothing
	returning account.id into whose;
	if whose is null then
		raise exception 'link_gone' using errcode = 'BF000';
	end if;
	perform email_alive(one.email);
	insert into password (account, phc) values (whose, one.phc);
	delete from registration r where lower(r.email) = lower(one.email);
	perform attempt_end(who, network);
	perform session_open(fresh, session, whose, 'low', 'password', device);
	return '{}';
end;
$$;
comment on function registration_confirm(text, text, text, text, text, text) is
	'Makes the account of a link in a mail, once, and begins its first session.';
