create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object(
		'grants.decision', (select coalesce(json_agg(json_build_object(
				'number', d.number, 'rule', d.rule, 'kind', d.kind,
				'day', d.day, 'cents', d.cents, 'made', d.made)
				order by d.id desc), '[]')
			from decision d where about.resident in (d.subject, d.addressee)
			or d.made_by = about.account),
		'grants.granted', (select coalesce(json_agg(json_build_object(
				'rule', g.rule, 'state', g.state, 'cents', g.cents,
				'ends', g.ends, 'made', g.made)
				order by g.id desc), '[]')
			from granted g where about.resident in (g.subject, g.addressee)),
		'grants.open_right', (select coalesce(json_agg(json_build_object(
				'rule', o.rule, 'lacks', o.lacks, 'since', o.since)
				order by o.id desc), '[]')
			from open_right o where o.subject = about.resident),
		'grants.invitation', (select coalesce(json_agg(json_build_object(
				'facts', i.facts, 'made', i.made, 'sent', i.sent)
				order by i.id desc), '[]')
			from invitation i where i.addressee = about.resident),
		'grants.objection', (select coalesce(json_agg(json_build_object(
				'text', o.text, 'made', o.made, 'due', o.due,
				'decided', o.decided, 'upheld', o.upheld, 'reason', o.reason)
				order by o.id desc), '[]')
			from objection o where o.resident = about.resident
			or about.account in (o.actor, o.decided_by)),
		'grants.request', (select coalesce(json_agg(json_build_object(
				'answers', q.answers, 'made', q.made, 'due', q.due,
				'decided', q.decided, 'confirmed', q.confirmed,
				'reason', q.reason) order by q.id desc), '[]')
			from request q where q.resident = about.resident
			or about.account in (q.actor, q.decided_by)),
		'grants.review', (select coalesce(json_agg(json_build_object(
				'text', r.text, 'made', r.made, 'due', r.due,
				'decided', r.decided, 'changed', r.changed, 'reason', r.reason)
				order by r.id desc), '[]')
			from review r where r.resident = about.resident
			or about.account in (r.actor, r.decided_by)));
$$;
comment on function about(uuid, uuid) is
	'What was decided about somebody, what they were asked, and what they asked for; of a civil servant, what they decided.';
