create function told(g granted, d decision, template text, more jsonb default '{}')
returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	select people.message_put(p.account, null, told.template,
		jsonb_strip_nulls(jsonb_build_object('resident', t.who, 'lang', p.lang,
			'path', (select mount from belfort.feature where name = 'grants'),
			'number', d.number, 'title', d.title, 'motivation', d.motivation,
			'cents', nullif(d.cents, 0), 'ends', g.ends,
			'from', case when not lower_inf(d.period) then lower(d.period) end,
			'until', case when not upper_inf(d.period) then upper(d.period) - 1 end,
			'body', a.body, 'days', a.days, 'answer_days', a.answer_days,
			'contact', a.contact))
		|| told.more)
	from appeal a
	cross join lateral (select coalesce(addressee(g.household, g.subject),
		g.addressee) as who) t
	cross join lateral people.payee(t.who) p
	cross join lateral people.registered(t.who) r
	where r.until is null;
$$;
comment on function told(granted, decision, text, jsonb) is
	'Tells of a decision who is concerned: why, how to decline and how to object. Nobody who died or moved away is told anything.';
