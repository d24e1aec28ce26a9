create function right_row(g granted, viewer uuid, leads boolean, lang text) returns json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select json_build_object('id', g.id, 'rule', g.rule, 'subject', g.subject,
		'title', coalesce(d.title ->> lang, g.rule),
		'for', case when g.subject <> viewer then people.called(g.subject) end,
		'number', d.number, 'cents', nullif(g.cents, 0),
		'from', lower(g.period), 'until', upper(g.period) - 1,
		'since', g.made, 'ends', g.ends, 'is', json_build_object(g.state, true),
		'holds', g.state in ('granted', 'ending') and
			(upper(g.period) is null or upper(g.period) > current_date),
		'paid', paid_how(d.id), 'by_person', d.made_by is not null, 'why', case when leads or viewer in (g.subject, g.addressee)
			then d.motivation ->> lang end)
	from decision d where d.id = g.decision;
$$;
comment on function right_row(granted, uuid, boolean, text) is
	'What the page says of something granted; FOR: the name of whose it is, where that is not who looks. Why is told to who it was decided for, and to who LEADS the household.';
