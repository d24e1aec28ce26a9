create function keys(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	with me as (select a.* from who(keys.session) w join account a on a.id = w.account),
	mine as (select p.* from passkey p join me on me.id = p.account)
	select json_build_object('handle', me.id, 'name', me.name, 'email', coalesce(me.email, me.name),
		'challenge', passkey_ask(me.id), 'only_one', ways(me.id) = 1,
		'has_key', exists (select from mine),
		'has_code', exists (select from code_app c
			where c.account = me.id and c.salt is not null),
		'left', (select count(*) from recovery r
			where r.account = me.id and r.used is null),
		'keys', (select coalesce(json_agg(json_build_object('id', id,
			'name', name, 'made', made, 'used', used, 'can_sync', can_sync,
			'last', ways(me.id) = 1) order by made), '[]') from mine))
	from me;
$$;
comment on function keys(text) is 'The keys of who is signed in, and what a new one has to sign.';
