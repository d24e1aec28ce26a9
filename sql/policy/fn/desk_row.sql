create function desk_row(of_draft bigint, how text) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('id', d.id, 'title', d.title,
		's', json_build_object(how, true),
		'is_budget', d.feature = 'budget', 'from_disk', d.from_disk,
		'names', (select string_agg(c.name, ', ' order by c.name)
			from changed_files(d.id) c),
		'by', (select string_agg(named(h.account), ', ' order by h.since)
			from hand h where h.draft = d.id and h.role = 'writer'),
		'at', coalesce((select e.at from edition e
			where e.draft = d.id and e.nr = d.edition), d.made),
		'offered', d.offered, 'from_day', d.from_day,
		'published_by', named(d.published_by), 'ended', d.ended,
		'comments', nullif((select count(*) from comment c
			where c.draft = d.id and c.removed is null), 0))
	from draft d where d.id = of_draft;
$$;
comment on function desk_row(bigint, text) is 'A draft as one line of a list.';
