create function password_enter(email text, phc text, who text, network text,
	fresh text, session text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	whose uuid := (select p.account from password p
		where p.account = account_of(email) and p.phc = password_enter.phc);
begin
	if whose is null then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	perform attempt_end(who, network);
	perform session_open(fresh, session, whose, 'low', 'password', device);
	return '{}';
end;
$$;
comment on function password_enter(text, text, text, text, text, text, text) is
	'Begins the session of a resident whose password is right and did not change meanwhile.';
