create function passkey_ask(for_account uuid) returns text
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	new_id text := random_hex();
begin
	delete from challenge where id in (select c.id from challenge c
		where c.ends < now() limit 100 for update skip locked);
	insert into challenge (id, account) values (new_id, for_account);
	return new_id;
end;
$$;
comment on function passkey_ask(uuid) is
	'Something new to sign; those that nobody signed in time go.';
