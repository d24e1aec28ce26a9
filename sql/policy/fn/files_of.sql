create function files_of(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select coalesce(json_agg(json_build_object('name', c.name,
			'gone', c.what = 'gone', 'new', f.name is null,
			'text', coalesce(c.text, ''), 'force_text', coalesce(f.text, ''),
			'moved', c.replaces is distinct from f.sha256)
		order by c.name), '[]')
	from changed_files(d.id) c
	left join force_files(d.feature) f on f.name = c.name;
$$;
comment on function files_of(draft) is
	'The files that a draft changes, with the texts in force; "moved" where that is no longer the one it was made from.';
