create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object(
		'facts.value', (select coalesce(json_agg(json_build_object(
			'fact', f.name, 'source', s.name, 'low', v.low, 'high', v.high,
			'valid', v.valid::text, 'received', v.received,
			'replaced', v.replaced) order by f.number, v.received), '[]')
			from value v join fact f on f.number = v.fact
			join source s on s.id = v.source
			where v.resident = about.resident),
		'facts.packed_person', (select coalesce(json_agg(json_build_object(
			'fact', f.name, 'low', u.low, 'high', u.high,
			'household', p.household) order by f.number), '[]')
			from packed_person p cross join unpack(p.bytes) u
			join fact f on f.number = u.fact
			where p.resident = about.resident),
		'facts.incoming', (select coalesce(json_agg(json_build_object(
			'fact', f.name, 'low', i.low, 'high', i.high,
			'valid', i.valid::text)), '[]')
			from incoming i join fact f on f.number = i.fact
			where i.resident = about.resident),
		'facts.staging', (select coalesce(json_agg(json_build_object(
			'text', t.cells)), '[]')
			from staging t where t.resident = about.resident),
		'facts.question', (select coalesce(json_agg(json_build_object(
			'source', s.name, 'question', s.settings ->> 'question',
			'rule', q.rule, 'made', q.made, 'answered', q.answered,
			'answer', q.answer) order by q.made), '[]')
			from question q join source s on s.id = q.source
			where q.resident = about.resident),
		'facts.dispute', (select coalesce(json_agg(json_build_object(
			'fact', f.name, 'text', d.text, 'made', d.made, 'due', d.due,
			'answer', d.answer, 'answered', d.answered) order by d.made), '[]')
			from dispute d join fact f on f.number = d.fact
			where d.account = about.account or d.resident = about.resident));
$$;
comment on function about(uuid, uuid) is
	'What the databases say of somebody, also what was replaced, and what they found wrong in it.';
