create function account_named(account uuid) returns table (name text)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select a.name from account a where a.id = account_named.account;
$$;
comment on function account_named(uuid) is
	'For other features: the name of somebody who can sign in.';
