create function right_form(session text, collega text, recht text, lang text)
returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('colleagues', coalesce((
			select json_agg(json_build_object('id', a.id, 'name', a.name,
				'email', a.email, 'chosen', a.id::text = collega) order by a.name)
			from account a where a.kind = 'staff' and a.closed is null
			and ways(a.id) > 0 and a.id <> w.account), '[]'),
		'rights', (select json_agg(json_build_object('name', p.name,
			'label', p.label ->> right_form.lang, 'chosen', p.name = recht)
			order by p.name) from belfort.permission p))
	from who(right_form.session) w;
$$;
comment on function right_form(text, text, text, text) is
	'To whom a right can be given, and which; never to oneself, nor to who did not come in yet.';
