create function case_page(session text, soort text, id bigint, lang text)
returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	c record;
	who uuid := (select a.account from people.actor(case_page.session) a);
begin
	select * into c from case_list() t
	where t.kind = soort and t.id = case_page.id;
	if not found then
		return null;
	end if;
	perform access.note(session, 'grants.case', c.resident);
	return (
		select json_build_object('kind', c.kind, 'id', c.id,
			'is', json_build_object(coalesce(c.cause, 'objection'), true),
			'name', people.called(c.resident), 'text', c.text, 'made', c.made, 'due', c.due,
			'late', c.decided is null and c.due < current_date,
			'helped', (select a.name from people.account_named(c.actor) a
				where c.actor = any (c.involved)),
			'open', c.decided is null, 'may_amount', g.cents > 0, 'decided', c.decided, 'agreed', c.agreed,
			'reason', c.reason, 'not_you', who = any (c.involved),
			'right', right_row(g, c.resident, true, case_page.lang),
			'decision', json_build_object('number', d.number, 'made', d.made,
				'day', d.day, 'version', d.version, 'cents', nullif(d.cents, 0),
				'is', json_build_object(d.kind, true),
				'why', d.motivation ->> case_page.lang,
				'by_person', d.made_by is not null,
				'by', (select a.name from people.account_named(d.made_by) a)),
			'facts', known_rows(d.facts, case_page.lang),
			'has_facts', d.facts <> '[]',
			'less', case when c.cents is not null then json_build_object(
				'cents', c.cents, 'why', c.motivation ->> case_page.lang,
				'now', known_rows(c.facts, case_page.lang)) end,
			'has_before', d.before is not null,
			'before', (select json_agg(json_build_object('number', b.number,
					'made', b.made, 'is', json_build_object(b.kind, true),
					'cents', nullif(b.cents, 0), 'version', b.version,
					'by_person', b.made_by is not null,
					'why', b.motivation ->> case_page.lang) order by b.id desc)
				from decision b where b.granted = g.id and b.id <> d.id))
		from decision d join granted g on g.id = d.granted
		where d.id = c.decision);
end;
$$;
comment on function case_page(text, text, bigint, text) is
	'An objection, or what a person has to look at, with the decision and its facts; to see it is a look.';
