create function staff_door() returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('challenge', passkey_ask(null::uuid));
$$;
comment on function staff_door() is 'What the page to sign in for civil servants needs.';
