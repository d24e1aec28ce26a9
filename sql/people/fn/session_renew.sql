create function session_renew(session text, fresh text) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	delete from helping h where h.session = session_renew.session;
	delete from acting a where a.session = session_renew.session;
	update session s set id = session_renew.fresh
	where s.id = session_renew.session;
	if not found then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
end;
$$;
comment on function session_renew(text, text) is
	'A session goes on under the hash FRESH, for nobody else than who is signed in: forms that are open in another window fit no more. Of two who ask at once one is late, and signs in again.';
