create function draft_page(session text, id bigint, lang text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select with_texts(draft_head(d, draft_page.session) || files_of(d) || jsonb_build_object(
		'why', d.why, 'said', d.said, 'council', d.council,
		'council_url', d.council_url, 'envelope', d.envelope, 'has_envelope', d.envelope is not null,
		'envelope_said', replace(trim_scale(d.envelope / 100.0)::text, '.', ','),
		'made', d.made, 'offered', d.offered,
		'offered_by', named(d.offered_by), 'published', d.published,
		'published_by', named(d.published_by), 'reason', d.reason,
		'from_day', d.from_day, 'until', d.until, 'ended', d.ended,
		'order', order_told(d), 'also', also_changed(d),
		'since', case when d.state in ('draft', 'offered')
			and d.base <> version_now(d.feature) then since_base(d) end,
		'files_any', exists (select from changed_files(d.id)),
		'has_others', d.state = 'draft', 'file_links', true,
		'has_editions', d.edition > 0,
		'has_older', d.edition > 10,
		'editions', editions_of(d.id, d.edition - 9, d.edition),
		'older', editions_of(d.id, 1, d.edition - 10),
		'asides', (select json_agg(json_build_object('id', a.id,
				'name', a.name, 'by', named(a.account), 'made', a.made)
				order by a.id)
			from aside a where a.draft = d.id and a.settled is null),
		'writers', (select string_agg(named(h.account), ', ' order by h.since)
			from hand h where h.draft = d.id and h.role = 'writer'),
		'comments', comments_of(d.id, d.feature, null, who(draft_page.session)),
		'by_writer', people.holds(draft_page.session, 'policy.write'),
		'today', current_date, 'effect', effect_of(d),
		'may_preview', d.feature = 'benefits'
			and people.holds(draft_page.session, 'preview.ask'), 'ending', ending_of(d.id, who(draft_page.session)),
		'may', may(d, draft_page.session)), d.id)
	from draft d where d.id = draft_page.id;
$$;
comment on function draft_page(text, bigint, text) is
	'A draft with all that belongs to it, for civil servants.';
