create function who(session text) returns uuid
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select a.account from people.actor(who.session) a where a.kind = 'staff';
$$;
comment on function who(text) is 'The account of the civil servant with that session.';
