create function staff(session text) returns uuid
language plpgsql stable
set search_path = grants, ext, pg_temp
as $$
declare
	who uuid := (select a.account from people.actor(staff.session) a
		where a.kind = 'staff');
begin
	if who is null then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	return who;
end;
$$;
comment on function staff(text) is 'The civil servant with that session.';
