create function account_close(session text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	whose uuid := (select w.account from who(account_close.session) w);
	part record;
begin
	perform message_put(whose, null, 'closed', '{}');
	update account a set closed = now(), email = null where a.id = whose;
	for part in
		select conrelid::regclass as relation, a.attname as name
		from pg_constraint c
		join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
		where c.confrelid = 'account'::regclass and c.confdeltype = 'c'
		and c.conrelid not in ('mail'::regclass, 'paper'::regclass)
	loop
		execute format('delete from %s where %I = $1', part.relation, part.name)
		using whose;
	end loop;
	return '{}';
end;
$$;
comment on function account_close(text) is
	'Closes the account of who is signed in. What hangs on the account alone goes at once: sessions, passwords, messages, preferences; what tells of acts stays for its term.';
