create function draft_row(draft bigint) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('id', d.id, 'feature', d.feature,
		'title', d.title, 'why', d.why, 'state', d.state,
		'council', d.council, 'council_url', d.council_url,
		'envelope', d.envelope, 'base', d.base, 'edition', d.edition,
		'from_day', d.from_day, 'order', d.order_id, 'made', d.made,
		'offered', d.offered, 'published', d.published,
		'names', coalesce((select json_agg(c.name order by c.name)
			from changed_files(d.id) c), '[]'))
	from draft d where d.id = draft_row.draft;
$$;
comment on function draft_row(bigint) is
	'For other features: a draft without its texts and without who wrote it; null: there is none.';
