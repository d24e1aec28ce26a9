create function order_document(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('draft', d.id, 'due', d.from_day,
		'until', d.until, 'reason', d.why,
		'asked_by', d.offered_by, 'asked_name', named(d.offered_by),
		'second_by', d.published_by, 'second_name', named(d.published_by),
		'files', (select json_agg(json_build_object('name', c.name,
				'text', c.text, 'replaces', c.replaces,
				'saved_by', coalesce(e.by, d.offered_by)) order by c.name)
			from changed_files(d.id) c
			join edition e on e.draft = c.draft and e.nr = c.edition));
$$;
comment on function order_document(draft) is
	'What is ordered: the files that change, who wrote each, and who puts them in force.';
