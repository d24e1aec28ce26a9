create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = access, ext, pg_temp
as $$
	select json_build_object(
		'access.entry', (select coalesce(json_agg(json_build_object(
			'at', e.at, 'kind', e.kind, 'reason', e.reason, 'service', e.service) order by e.at desc), '[]')
			from entry e where e.subject = about.resident
			and e.id not in (select held_back(about.resident))),
		'access.hold', (select coalesce(json_agg(json_build_object(
			'until', h.until, 'ground', h.ground) order by h.until desc), '[]')
			from hold h where h.subject = about.resident
			and h.entry not in (select held_back(about.resident))),
		'access.watch', (select coalesce(json_agg(json_build_object(
			'reason', w.reason, 'added', w.added, 'ended', w.ended)
			order by w.added), '[]')
			from watch w where w.resident = about.resident),
		'access.question', (select coalesce(json_agg(json_build_object(
			'asked', q.asked, 'text', q.text, 'due', q.due,
			'answer', q.answer, 'answered', q.answered) order by q.asked desc), '[]')
			from question q where q.asker = about.resident));
$$;
comment on function about(uuid, uuid) is
	'What the log keeps of a resident; who looked stays untold.';
