create function staff_close(words json) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	one account := staff_find(words ->> 'email');
begin
	update account set closed = now() where id = one.id;
	delete from session where account = one.id;
	delete from invitation where account = one.id;
	delete from passkey where account = one.id;
	delete from code_app where account = one.id;
	delete from recovery where account = one.id;
	delete from password where account = one.id;
	update right_given set taken = now(), taken_reason = 'The account was closed.'
	where account = one.id and taken is null;
	return json_build_object('text', format('%s can no longer sign in.', one.name));
end;
$$;
comment on function staff_close(json) is
	'Ends the sessions, keys and rights of a civil servant who left, for who works on the machine.';
