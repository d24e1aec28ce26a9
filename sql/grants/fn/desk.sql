create function desk(session text, lang text) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object(
		'counts', (select json_agg(json_build_object('is',
				json_build_object(s.state, true), 'count', s.n) order by s.place)
			from (select st.state, st.place, count(g.id) as n
				from unnest('{granted,ending,ended,declined,withdrawn}'::text[])
					with ordinality st(state, place)
				left join granted g on g.state = st.state
				group by st.state, st.place) s),
		'open_rights', (select count(*) from open_right),
		'waiting', (select count(*) from invitation i
			where i.sent is null and i.ended is null),
		'oldest', (select min(i.made) from invitation i
			where i.sent is null and i.ended is null),
		'asked', (select count(*) from invitation i
			where i.sent is not null and i.ended is null),
		'late', (select nullif(count(*), 0) from case_list() c
			where c.decided is null and c.due < current_date),
		'rows', (select json_agg(json_build_object('kind', c.kind,
				'is', json_build_object(coalesce(c.cause, 'objection'), true),
				'id', c.id, 'made', c.made, 'due', c.due,
				'late', c.due < current_date, 'number', d.number,
				'title', d.title ->> desk.lang,
				'not_you', me.account = any (c.involved))
				order by c.due, c.made)
			from case_list() c left join decision d on d.id = c.decision
			where c.decided is null),
		'has_done', exists (select from case_list() c where c.decided is not null),
		'done', (select json_agg(json_build_object('kind', t.kind, 'id', t.id,
				'is', json_build_object(coalesce(t.cause, 'objection'), true),
				'number', t.number, 'title', t.title, 'decided', t.decided,
				'agreed', t.agreed) order by t.decided desc)
			from (select c.*, d.number, d.title ->> desk.lang as title
				from case_list() c left join decision d on d.id = c.decision
				where c.decided is not null
				order by c.decided desc limit 20) t))
	from people.actor(desk.session) me;
$$;
comment on function desk(text, text) is
	'What staff see of what was granted: counts, and what waits for an answer, the most urgent first; nobody''s name.';
