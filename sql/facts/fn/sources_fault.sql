create function sources_fault(sources jsonb) returns json
language sql stable
set search_path = facts, ext, pg_temp
as $$
	with given as (
		select n ->> 'file' as file, n ->> 'name' as source, n ->> 'kind' as kind,
			(n ->> 'complete')::boolean as complete, g.*, f as fact
		from jsonb_array_elements(sources_fault.sources) n
		cross join lateral jsonb_to_recordset(n -> 'facts') g(name text,
			line integer, heading text, combine text, words jsonb, absent text)
		left join fact f on f.name = g.name
	), fault(file, line, code, text) as (
		select max(n ->> 'file'), 1, 'source_twice', n ->> 'name'
		from jsonb_array_elements(sources_fault.sources) n
		group by n ->> 'name' having count(*) > 1
		union all
		select n ->> 'file', 1, 'source_ours', s.name
		from jsonb_array_elements(sources_fault.sources) n
		join source s on s.name = n ->> 'name' and s.kind = 'said'
		union all
		select max(file), max(line), 'fact_twice', name from given
		group by source, name having count(*) > 1
		union all
		select file, line, 'fact_unknown', name from given where fact is null
		union all
		select g.file, g.line, 'word_unknown', w.value
		from given g cross join lateral jsonb_each_text(g.words) w
		where g.fact is not null and kind <> 'register' and place(g.fact, w.value) is null
		union all
		select file, line, 'absent_unknown', absent from given
		where fact is not null and absent is not null and place(fact, absent) is null
		union all
		select file, line, 'absent_not_complete', name from given
		where absent is not null and not complete
		union all
		select file, line, 'combine_other', name from given g
		where exists (select from given o where o.name = g.name
			and o.combine <> g.combine)
		union all
		select n ->> 'file', 1, 'type_missing', h
		from jsonb_array_elements(sources_fault.sources) n cross join lateral (
			select g ->> 'heading' from jsonb_array_elements(n -> 'facts') g
			union select n -> 'settings' ->> k
			from unnest(array['number', 'from', 'until', 'changed']) k) w(h)
		where n ->> 'kind' = 'postgres' and h is not null
		and not coalesce(n -> 'settings' -> 'type.' ? h, false)
		union all
		select file, line, 'register_column', heading from given
		where kind = 'register'
		and heading not in ('size', 'with_whom', 'aged_65', 'born')
	)
	select json_build_object('file', file, 'line', line, 'code', code, 'text', text)
	from fault order by file, line limit 1;
$$;
comment on function sources_fault(jsonb) is
	'The first thing that is wrong with declared sources, with file and line; null: nothing.';
