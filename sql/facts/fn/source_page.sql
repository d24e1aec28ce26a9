create function source_page(source text, lang text) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select (source_row(s, source_page.lang) || jsonb_build_object(
		'purpose', s.purpose ->> source_page.lang,
		'basis', s.basis ->> source_page.lang,
		'freshness', s.freshness, 'retention', s.retention,
		'complete', s.complete, 'folder', s.settings ->> 'folder',
		'view', s.settings ->> 'view',
		'question', s.settings ->> 'question',
		'waiting', (select count(*) from question q where q.source = s.id
			and q.answered is null and q.until >= current_date),
		'asked', (select count(*) from question q where q.source = s.id
			and q.answered is not null),
		'facts', offered(s.id, source_page.lang),
		'deliveries', coalesce((select jsonb_agg(jsonb_build_object(
				'id', d.id, 'file', d.file, 'begun', d.begun,
				'is_taken', d.state = 'taken',
				'is_broken', d.state = 'broken',
				'is_reading', d.state = 'reading', 'rows', d.rows,
				'nobody', nullif(d.nobody, 0), 'changed', d.changed,
				'faults', faults_said(d.faults),
				'drift', faults_said(d.drift),
				'accepted', d.accepted_by is not null,
				'may_accept', d.state = 'broken'
					and d.faults -> 0 ->> 'code' = 'fell'
					and d.accepted_by is null)
				order by d.id desc)
			from (select * from delivery d where d.source = s.id
				order by id desc limit 20) d), '[]')))::json
	from source s where s.name = source_page.source and s.ended is null;
$$;
comment on function source_page(text, text) is
	'One source: what it is for, what it gives, and its last deliveries with what was wrong.';
