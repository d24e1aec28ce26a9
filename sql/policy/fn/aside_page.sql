create function aside_page(session text, id bigint, nr bigint) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select (draft_head(d, aside_page.session) || jsonb_build_object(
		'nr', a.id, 'name', a.name, 'text', a.text, 'made', a.made,
		'mine', a.account = who(aside_page.session), 'by', named(a.account),
		'seen', f.edition, 'replaces', f.replaces, 'force_text', coalesce(f.text, ''),
		'saved_by', named(e.by), 'saved', e.at,
		'settled', a.settled))::json
	from aside a
	join draft d on d.id = a.draft
	cross join lateral file_now(d.id, a.name) f
	left join edition e on e.draft = d.id and e.nr = f.edition
	where d.id = aside_page.id and a.id = aside_page.nr;
$$;
comment on function aside_page(text, bigint, bigint) is
	'A text that did not fit on what a colleague saved, beside that.';
