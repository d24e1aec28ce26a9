create function staff(session text) returns uuid
language sql stable
set search_path = payments, ext, pg_temp
as $$
	select a.account from people.actor(staff.session) a where a.kind = 'staff';
$$;
comment on function staff(text) is 'The account of the civil servant with that session.';
