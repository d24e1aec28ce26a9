create function password_reset(token text, phc text, who text, network text,
	fresh text, session text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	whose uuid := (link_take(token, 'password')).account;
begin
	perform password_set(whose, phc);
	delete from session s where s.account = whose;
	perform attempt_end(who, network);
	perform session_open(fresh, session, whose, 'low', 'password', device);
	return '{}';
end;
$$;
comment on function password_reset(text, text, text, text, text, text, text) is
	'Keeps the password that somebody chose by a link in a mail, ends all sessions and begins one.';
