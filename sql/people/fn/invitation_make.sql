create function invitation_make(of_account uuid) returns text
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	secret text := random_hex();
begin
	insert into invitation (id, account) values (hash_of(secret), of_account)
	on conflict (account) do update
	set id = excluded.id, ends = excluded.ends;
	return secret;
end;
$$;
comment on function invitation_make(uuid) is
	'A new link for a civil servant; one of before no longer works.';
