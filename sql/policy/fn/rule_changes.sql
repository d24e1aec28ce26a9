create function rule_changes(changes json, names json) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with made as (
		select o.id, o.version, o.done, o.second, d.offered_by, d.reason,
			json_build_object('id', d.id, 'title', d.title, 'why', d.why,
				'council', d.council, 'council_url', d.council_url) as draft,
			exists (select from changed_files(d.id) c
				join json_array_elements_text(rule_changes.names) n on n = c.name) as here
		from orders('benefits') o
		join draft d on d.feature = 'benefits' and d.order_id = o.id
		where o.state = 'done'
	), told as (
		select c.nr, c.change::jsonb as change, m.id, m.draft
		from json_array_elements(rule_changes.changes) with ordinality c(change, nr)
		left join lateral (select * from made x
			where x.version = (c.change ->> 'version')::integer
			and x.second = c.change ->> 'by'
			and x.done between (c.change ->> 'since')::timestamptz
				and (c.change ->> 'since')::timestamptz + interval '1 minute'
			order by x.done limit 1) m on true
	)
	select json_agg(r.change order by r.at desc, r.nr)
	from (select t.nr, (t.change ->> 'since')::timestamptz as at,
			t.change || jsonb_build_object('draft', t.draft,
				'has_lines', t.change ->> 'lines' is not null) as change
		from told t
		union all
		select null, m.done, jsonb_build_object('version', m.version,
			'since', m.done, 'again', true, 'by', m.second,
			'writer', named(m.offered_by), 'reason', m.reason,
			'draft', m.draft)
		from made m
		where m.here and m.id not in (select t.id from told t where t.id is not null)) r;
$$;
comment on function rule_changes(json, json) is
	'Changes of a rule with these files, the last first, each with the draft that it came from: why, and the council decision that it rests on. What was put back is told each time.';
