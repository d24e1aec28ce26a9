create function named(account uuid) returns text
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select n.name from people.account_named(named.account) n;
$$;
comment on function named(uuid) is 'What a civil servant is called.';
