create function passkey_enter(id text, counter bigint, synced boolean,
	fresh text, session text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	of_account uuid;
begin
	update passkey p set counter = passkey_enter.counter,
		synced = p.can_sync and passkey_enter.synced, used = now()
	from account a
	where p.id = passkey_enter.id and a.id = p.account and a.closed is null
	and (passkey_enter.counter > p.counter
		or (passkey_enter.counter = 0 and p.counter = 0))
	returning p.account into of_account;
	if of_account is null then
		raise exception 'key_copied' using errcode = 'BF000', column = 'id';
	end if;
	perform session_open(fresh, session, of_account, null, 'passkey', device);
	return '{}';
end;
$$;
comment on function passkey_enter(text, bigint, boolean, text, text, text) is
	'Begins the session of a civil servant whose passkey signed rightly; one that counts backwards was copied (WebAuthn, 6.1.1).';
