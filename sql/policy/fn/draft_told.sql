create function draft_told(id bigint) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('id', d.id, 'title', d.title, 'why', d.why,
		'is_budget', d.feature = 'budget', 's', json_build_object(d.state, true),
		'council', d.council, 'council_url', d.council_url,
		'envelope', d.envelope, 'has_envelope', d.envelope is not null,
		'writers', (select string_agg(named(h.account), ', ' order by h.since)
			from hand h where h.draft = d.id and h.role = 'writer'),
		'offered', d.offered, 'published', d.published,
		'published_by', named(d.published_by), 'reason', d.reason,
		'from_day', d.from_day, 'until', d.until,
		'version', order_told(d) -> 'version',
		'names', (select json_agg(c.name order by c.name)
			from changed_files(d.id) c),
		'files', case when d.state in ('offered', 'waiting')
			then files_told(d.id) end,
		'preview', preview_kept(d.id))
	from told() d where d.id = draft_told.id;
$$;
comment on function draft_told(bigint) is
	'A draft for everybody, from when it is offered on: what it changes, why, and what it was found to do. Null: there is none to read.';
