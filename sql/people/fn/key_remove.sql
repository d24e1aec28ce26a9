create function key_remove(session text, sleutel text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select w.account from who(key_remove.session) w);
begin
	-- Two who are removed at once must not both be the last but one.
	perform from account a where a.id = me for update;
	if ways(me) < 2 then
		raise exception 'last_key' using errcode = 'BF000', column = 'sleutel';
	end if;
	delete from passkey p where p.account = me and p.id = sleutel;
	return case when found then '{}'::json end;
end;
$$;
comment on function key_remove(text, text) is
	'Removes a key of who is signed in, never the last.';
