create function ways(of_account uuid) returns bigint
language sql stable
set search_path = people, ext, pg_temp
as $$
	select count(*) from passkey p where p.account = of_account;
$$;
comment on function ways(uuid) is 'In how many ways a civil servant can sign in.';
