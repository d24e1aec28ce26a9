create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object(
		'policy.draft', (select coalesce(json_agg(json_build_object(
			'title', d.title, 'offered', case when d.offered_by = about.account
				then d.offered end, 'published', case
				when d.published_by = about.account then d.published end,
			'reason', case when d.published_by = about.account
				then d.reason end) order by d.id desc), '[]')
			from draft d
			where about.account in (d.offered_by, d.published_by)),
		'policy.hand', (select coalesce(json_agg(json_build_object(
			'title', d.title, 'role', h.role, 'since', h.since)
			order by h.since desc), '[]')
			from hand h join draft d on d.id = h.draft
			where h.account = about.account),
		'policy.edition', (select coalesce(json_agg(json_build_object(
			'title', d.title, 'nr', e.nr, 'at', e.at)
			order by e.at desc), '[]')
			from edition e join draft d on d.id = e.draft
			where e.by = about.account),
		'policy.aside', (select coalesce(json_agg(json_build_object(
			'name', a.name, 'text', a.text, 'made', a.made)
			order by a.id desc), '[]')
			from aside a where a.account = about.account),
		'policy.ending', (select coalesce(json_agg(json_build_object(
			'title', d.title, 'asked', case when e.asked_by = about.account
				then e.asked end, 'why', case when e.asked_by = about.account
				then e.why end, 'agreed', case
				when e.agreed_by = about.account then e.agreed end)
			order by e.id desc), '[]')
			from ending e join draft d on d.id = e.draft
			where about.account in (e.asked_by, e.agreed_by)),
		'policy.comment', (select coalesce(json_agg(json_build_object(
			'name', c.name, 'text', c.text, 'made', c.made,
			'removed', c.removed) order by c.id desc), '[]')
			from comment c where c.account = about.account),
		'policy.trial', (select coalesce(json_agg(json_build_object(
			'asked', t.asked, 'login', t.login) order by t.id desc), '[]')
			from trial t where t.account = about.account),
		'policy.announced', (select coalesce(json_agg(json_build_object(
			'title', d.title, 'at', a.at, 'taken_back', a.taken_back)
			order by a.at desc), '[]')
			from announced a join draft d on d.id = a.draft
			where a.resident = about.resident));
$$;
comment on function about(uuid, uuid) is
	'What a civil servant wrote, said and published of policy; of residents only that they were told of a change.';
