create function files_of(d draft) returns jsonb
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with f as materialized (select * from force_files(d.feature)),
	c as materialized (select * from changed_files(d.id))
	select jsonb_build_object(
		'files', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name,
				'gone', c.what = 'gone', 'new', f.name is null,
				'text', coalesce(c.text, ''), 'force_text', coalesce(f.text, ''),
				'moved', c.replaces is distinct from f.sha256)
			order by c.name), '[]') from c left join f on f.name = c.name),
		'others', (select jsonb_agg(f.name order by f.name) from f
			where f.name not in (select c.name from c)));
$$;
comment on function files_of(draft) is
	'The files that a draft changes, with the texts in force, "moved" where that is no longer the one it was made from; and the names of all others.';
