create function one(session text, id bigint, lang text) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object('right', right_row(g, me.resident, me.leads, one.lang),
		'decision', json_build_object('number', d.number, 'made', d.made,
			'day', d.day, 'version', d.version,
			'is', json_build_object(d.kind, true),
			'by_person', d.made_by is not null),
		'facts', case when w.whole then known_rows(d.facts, one.lang) end,
		'whole', w.whole, 'has_facts', d.facts <> '[]',
		'has_before', d.before is not null,
		'before', (select json_agg(json_build_object('number', b.number,
				'made', b.made, 'is', json_build_object(b.kind, true),
				'cents', nullif(b.cents, 0), 'version', b.version,
				'by_person', b.made_by is not null,
				'why', case when w.whole
					then b.motivation ->> one.lang end) order by b.id desc)
			from decision b where b.granted = g.id and b.id <> d.id),
		'asked', a.asked, 'has_asked', a.asked is not null,
		'may_decline', o.own and g.state in ('granted', 'ending'),
		'may_object', o.own and not exists (select from objection o
			where o.decision = d.id and o.decided is null),
		'may_ask', o.own and d.made_by is null and not exists (select from review r
			where r.decision = d.id and r.cause = 'asked' and r.decided is null),
		'name', people.called(g.addressee), 'appeal', (select json_build_object(
			'body', a.body, 'days', a.days, 'answer_days', a.answer_days,
			'contact', a.contact) from appeal a))
	from viewer(one.session) me
	join visible(one.session) g on g.id = one.id
	join decision d on d.id = g.decision
	cross join lateral asked_rows(array(select b.id from decision b
		where b.granted = g.id), me.resident) a(asked)
	cross join lateral (select me.resident = g.addressee
		or coalesce(me.resident in (g.subject, d.addressee), false)) o(own)
	cross join lateral (select o.own or me.leads) w(whole);
$$;
comment on function one(text, bigint, text) is
	'A right that somebody may see: the decision that holds, its facts, those before it, and what was asked about it.';
