create function password_change(session text, phc text, new_phc text, who text,
	network text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	whose uuid := (select w.account from who(session) w);
begin
	if phc is distinct from (select p.phc from password p where p.account = whose) then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	perform password_set(whose, new_phc);
	delete from session s where s.account = whose and s.id <> password_change.session;
	perform attempt_end(who, network);
	return '{}';
end;
$$;
comment on function password_change(text, text, text, text, text) is
	'Keeps another password of somebody who is signed in, and ends their other sessions.';
