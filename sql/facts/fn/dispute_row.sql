create function dispute_row(d dispute, lang text) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select shown(f, (d.shown ->> 'low')::bigint, (d.shown ->> 'high')::bigint,
			dispute_row.lang)
		|| jsonb_build_object('id', d.id, 'text', d.text, 'made', d.made,
			'due', d.due, 'late', d.answered is null and d.due < current_date,
			'answer', d.answer, 'answered', d.answered,
			'mended', d.result = 'mended',
			'source', (select s.title ->> dispute_row.lang
				from source s where s.id = d.source))
	from fact f where f.number = d.fact;
$$;
comment on function dispute_row(dispute, text) is 'What somebody found wrong, for pages.';
