create function staff_at(login text) returns uuid
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select a.id from account a
	where a.login = staff_at.login and a.kind = 'staff' and a.closed is null;
$$;
comment on function staff_at(text) is
	'For other features: the account of the civil servant who is that user of the machine, or null.';
