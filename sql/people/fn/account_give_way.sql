create function account_give_way(whose uuid, to_account uuid) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	old uuid := (select a.id from account a
		where a.resident = whose and a.closed is null and a.email is null
		and a.id <> to_account
		and not exists (select from password p where p.account = a.id)
		and not exists (select from provider_identity i where i.account = a.id)
		and not exists (select from session s where s.account = a.id));
begin
	update message m set account = to_account where m.account = old;
	update correction c set account = to_account where c.account = old;
	update paper p set account = to_account where p.account = old;
	update preference p set account = to_account where p.account = old
	and not exists (select from preference q where q.account = to_account);
	delete from helping h where h.account = old;
	update account a set closed = now() where a.id = old;
end;
$$;
comment on function account_give_way(uuid, uuid) is
	'The account that a resident got at a counter, and with which they can never sign in themselves, gives way to one of theirs, with what was kept for them.';
