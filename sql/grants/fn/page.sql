create function page(session text, lang text) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	with me as materialized (
		select * from viewer(page.session)
	), g as materialized (
		select row_number() over (order by v.made desc, v.id desc) as nr,
			right_row(v, me.resident, me.leads, page.lang) as shown, v.decision
		from me cross join visible(page.session) v
	), who as materialized (
		select me.resident as id, 0 as place from me
		union
		select m.resident, 1 from me cross join minors(me.household) m
		where me.leads and m.resident <> me.resident
	)
	select json_build_object('known', me.resident is not null,
		'leads', me.leads,
		'granted', (select json_build_object('rows', json_agg(shown order by nr))
			from g where (shown ->> 'holds')::boolean having count(*) > 0),
		'ended', (select json_build_object('rows', json_agg(shown order by nr))
			from g where not (shown ->> 'holds')::boolean having count(*) > 0),
		'asked', a.asked, 'has_asked', a.asked is not null,
		'requests', case when me.leads
			then request_rows(me.household, page.lang) end,
		'people', (select json_agg(json_build_object('id', w.id,
				'name', people.called(w.id)) order by w.place, w.id) from who w),
		'facts', f.facts, 'has_facts', json_array_length(f.facts) > 0)
	from me cross join lateral asked_rows(array(select d.id from g
		join decision d on d.granted = (g.shown ->> 'id')::bigint),
		me.resident) a(asked)
	cross join lateral (select case when me.leads then
		(select known_rows(coalesce(jsonb_agg(k), '[]'), page.lang)
		from jsonb_array_elements(facts_of(me.household)) k
		where k ->> 'resident' is null
		or (k ->> 'resident')::uuid in (select id from who)) end as facts) f;
$$;
comment on function page(text, text) is
	'The page of who is signed in, or acted for: what they get and got, what they asked, and from which facts the rest is worked out.';
