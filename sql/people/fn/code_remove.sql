create function code_remove(session text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select w.account from who(code_remove.session) w);
begin
	perform from account a where a.id = me for update;
	if not exists (select from passkey p where p.account = me) then
		raise exception 'last_key' using errcode = 'BF000', column = 'cijfers';
	end if;
	delete from code_app c where c.account = me;
	delete from recovery r where r.account = me;
	delete from password p where p.account = me;
	return '{}';
end;
$$;
comment on function code_remove(text) is
	'From now on who is signed in comes in by keys only.';
