create function file_page(session text, id bigint, naam text, lang text)
returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select with_texts(draft_head(d, file_page.session) || jsonb_build_object(
		'name', naam, 'text', f.text, 'seen', f.edition,
		'changed', f.what <> 'base', 'gone', f.what = 'gone',
		'new', f.force_text is null, 'moved', f.what <> 'base' and state_of(d) not in ('done', 'withdrawn')
			and f.replaces is distinct from f.force_sha256,
		'force_text', f.force_text, 'force_sha256', f.force_sha256,
		'replaces', f.replaces,
		'household', d.household, 'on_file', true,
		'comments', comments_of(d.id, d.feature, naam, who(file_page.session))), d.id)
	from draft d
	cross join lateral file_now(d.id, naam) f
	where d.id = file_page.id
	and (f.text is not null or f.edition > 0);
$$;
comment on function file_page(text, bigint, text, text) is
	'One file of a draft for who writes it, with all texts of the draft to check it by.';
