create function key_name(session text, sleutel text, naam text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	with done as (update passkey p set name = naam from who(key_name.session) w
		where p.account = w.account and p.id = sleutel returning 1)
	select '{}'::json from done;
$$;
comment on function key_name(text, text, text) is 'Gives a key of who is signed in another name.';
