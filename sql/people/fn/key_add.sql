create function key_add(session text, challenge text, id text,
	public_key text, counter bigint, can_sync boolean, synced boolean,
	naam text, device text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	perform passkey_keep((select w.account from who(key_add.session) w), challenge, key_add.id,
		public_key, counter, can_sync, synced, coalesce(naam, device));
	return '{}';
end;
$$;
comment on function key_add(text, text, text, text, bigint, boolean, boolean, text, text) is
	'One more key of who is signed in.';
