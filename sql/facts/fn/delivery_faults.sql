create function delivery_faults(d delivery, s source, headings text[]) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	with c as materialized (
		select * from cells(d, s)
	), fault(line, col, code, text) as (
		select null::integer, h, 'column_missing', null::text
		from (select heading as h from offer where source = s.id
			union select s.settings ->> k from unnest(array['number', 'from', 'until']) k) w
		where h is not null and h <> all (headings)
		union all
		select null, null, 'empty', null where d.rows = 0
		union all
		select null, null, 'fell', format('%s → %s', s.rows, d.rows)
		where s.complete and d.accepted_by is null and d.rows < s.rows * 0.8
		union all
		select line, heading, 'value', left(raw, 40) from c where said is null
		and exists (select from offer o where o.source = s.id
			and o.fact = c.fact and o.words <> '{}')
		union all
		select line, heading, 'value', null from c where said is null
		and exists (select from offer o where o.source = s.id
			and o.fact = c.fact and o.words = '{}')
		union all
		select line, days_wrong, 'day', null from c where days_wrong is not null
		union all
		select line, s.settings ->> 'until', 'days', null from c
		where until <= from_day
		union all
		select max(line), s.settings ->> 'number', 'twice', min(line)::text from c
		where from_day is not null and said is not null
		group by mac, resident, fact, from_day having count(*) > 1
	)
	select jsonb_agg(jsonb_build_object('line', line, 'column', col,
		'code', code, 'text', text))
	from (select distinct * from fault order by line nulls first, col limit 20) f;
$$;
comment on function delivery_faults(delivery, source, text[]) is
	'What is wrong with a delivery, at most twenty things; null: nothing. Words are told, values of people are not.';
