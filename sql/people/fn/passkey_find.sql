create function passkey_find(challenge text, id text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('in_time', challenge_take(challenge, null),
		'public_key', (select p.public_key from passkey p
			join account a on a.id = p.account
			where p.id = passkey_find.id and a.closed is null),
		'handle', (select p.account from passkey p where p.id = passkey_find.id));
$$;
comment on function passkey_find(text, text) is
	'What a signature is checked with; what was asked is used up by it.';
