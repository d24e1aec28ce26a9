create function files_of(d draft) returns jsonb
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with f as materialized (select * from force_files(d.feature)),
	c as materialized (select * from changed_files(d.id)),
	s as materialized (select state_of(d) in ('done', 'withdrawn') as over),
	b as materialized (select b.* from s cross join lateral (
		select * from base_files(d) where s.over) b)
	select jsonb_build_object(
		'files', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name,
				'gone', c.what = 'gone', 'new', c.replaces is null,
				'text', coalesce(c.text, ''), 'force_text', coalesce(
					case when s.over then b.text else f.text end, ''),
				'moved', not s.over and c.replaces is distinct from f.sha256)
			order by c.name), '[]')
			from s cross join c left join f on f.name = c.name
			left join b on b.name = c.name and c.replaces = hash_of(b.text)),
		'others', (select jsonb_agg(f.name order by f.name) from f
			where f.name not in (select c.name from c)));
$$;
comment on function files_of(draft) is
	'The files that a draft changes, with the texts in force, or once it is over those that it was made from; "moved" where the text in force is no longer the one it was made from; and the names of all others.';
