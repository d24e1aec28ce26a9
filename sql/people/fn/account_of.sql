create function account_of(email text) returns uuid
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a.id from account a where a.kind = 'resident'
	and lower(a.email) = lower(account_of.email) and a.closed is null;
$$;
comment on function account_of(text) is 'The account of a resident with that address, or null.';
