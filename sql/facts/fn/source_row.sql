create function source_row(s source, lang text) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select jsonb_build_object('name', s.name, 'title', s.title ->> source_row.lang,
		'is_' || s.kind, true, 'is_' || t.state, true, 'state', t.state,
		'since', t.since, 'believed', t.believed, 'good', s.good,
		'fault', fault_said(s.fault), 'stays', s.stays,
		'again', case when s.kind in ('postgres', 'http')
			and s.fault is not null then s.next end,
		'values', case s.kind when 'register' then null else (
			select count(*) from value v where v.source = s.id
			and v.replaced is null) end,
		'read', d.rows, 'nobody', nullif(d.nobody, 0), 'file', d.file,
		'drift', faults_said(coalesce(d.drift, '[]')))
	from state(s) t
	left join lateral (select * from delivery d where d.source = s.id
		and d.state = 'taken' order by d.id desc limit 1) d on true;
$$;
comment on function source_row(source, text) is 'A source, for pages.';
