create function invitation_key(code text, challenge text, id text,
	public_key text, counter bigint, can_sync boolean, synced boolean,
	naam text, fresh text, session text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one account := invited(code);
begin
	delete from invitation i where i.account = one.id;
	if not found then
		raise exception 'invitation_over' using errcode = 'BF000', column = 'id';
	end if;
	perform passkey_keep(one.id, challenge, invitation_key.id, public_key,
		counter, can_sync, synced, coalesce(naam, device));
	perform session_open(fresh, session, one.id, null, 'passkey', device);
	return '{}';
end;
$$;
comment on function invitation_key(text, text, text, text, bigint, boolean, boolean, text, text, text, text) is
	'The first key of who was invited; the link is used up by it.';
