create function desk(session text, lang text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'only_one', ways(w.account) = 1,
		'may_grant', may(w.account, 'people.grant'),
		'may_invite', may(w.account, 'people.invite'),
		'rights', coalesce((
		select json_agg(json_build_object('name', p.name,
			'label', p.label ->> desk.lang) order by p.name)
		from belfort.permission p where may(w.account, p.name)), '[]'),
		'may_help', may(w.account, 'people.help'),
		'may_post', may(w.account, 'people.post'),
		'papers', (select count(*) from paper where printed is null),
		'may_correct', may(w.account, 'people.correct'),
		'corrections', (select count(*) from correction where answered is null),
		'may_mandate', may(w.account, 'people.mandate'),
		'may_audit', may(w.account, 'access.audit'),
		'may_answer', may(w.account, 'access.answer'),
		'may_hold', may(w.account, 'access.hold'),
		'may_facts', may(w.account, 'facts.see'),
		'may_dispute', may(w.account, 'facts.dispute'))
	from who(desk.session) w;
$$;
comment on function desk(text, text) is 'What a civil servant sees first.';
