create function editions_of(of_draft bigint, first integer, last integer)
returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_agg(json_build_object('nr', e.nr, 'at', e.at,
			'by', named(e.by), 'back_to', e.back_to,
			'names', (select string_agg(f.name, ', ' order by f.name)
				from draft_file f where f.draft = e.draft and f.edition = e.nr))
		order by e.nr desc)
	from edition e where e.draft = of_draft and e.nr between first and last;
$$;
comment on function editions_of(bigint, integer, integer) is
	'Each time that a draft was saved, the last first: of the editions from FIRST to LAST.';
