create function invitation(code text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select case when a.id is null then json_build_object('over', true)
		else json_build_object('code', code, 'handle', a.id, 'name', a.name,
			'email', a.email, 'challenge', passkey_ask(a.id),
			'keys', coalesce((select json_agg(json_build_object('id', p.id))
				from passkey p where p.account = a.id), '[]')) end
	from invited(code) a;
$$;
comment on function invitation(text) is 'What the page behind the link of an invitation needs.';
