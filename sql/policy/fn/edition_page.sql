create function edition_page(session text, id bigint, nr integer) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select (draft_head(d, edition_page.session) || jsonb_build_object(
		'nr', e.nr, 'at', e.at, 'by', named(e.by), 'back_to', e.back_to,
		'before', e.nr - 1, 'is_last', e.nr = d.edition,
		'files', (select json_agg(json_build_object('name', f.name,
				'gone', f.what = 'gone', 'base', f.what = 'base',
				'text', coalesce(f.text, case f.what when 'base' then g.text end, ''),
				'force_text', coalesce(b.text, case coalesce(b.what, 'base')
					when 'base' then g.text end, ''))
				order by f.name)
			from draft_file f
			left join file_rows(d.id, e.nr - 1) b on b.name = f.name
			left join force_files(d.feature) g on g.name = f.name
			where f.draft = d.id and f.edition = e.nr)))::json
	from draft d join edition e on e.draft = d.id and e.nr = edition_page.nr
	where d.id = edition_page.id;
$$;
comment on function edition_page(text, bigint, integer) is
	'One edition of a draft, and the texts of before it ("force_text").';
