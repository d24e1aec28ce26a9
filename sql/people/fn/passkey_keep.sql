create function passkey_keep(for_account uuid, challenge text, key text,
	public_key text, counter bigint, can_sync boolean, synced boolean,
	key_name text) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	if not challenge_take(challenge, for_account) then
		raise exception 'key_late' using errcode = 'BF000', column = 'id';
	end if;
	insert into passkey (id, account, public_key, counter, can_sync, synced, name)
	values (key, for_account, passkey_keep.public_key, passkey_keep.counter,
		passkey_keep.can_sync, passkey_keep.synced, key_name);
exception when unique_violation then
	raise exception 'key_known' using errcode = 'BF000', column = 'id';
end;
$$;
comment on function passkey_keep(uuid, text, text, text, bigint, boolean, boolean, text) is
	'Keeps a new passkey of somebody who was asked for one.';
