create function provenance() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object(
		'sources', (select json_agg(json_build_object('file', file,
				'sha256', sha256, 'rows', rows, 'shape', shape,
				'imported_at', imported_at) order by file, id)
			from source),
		'rows', (select json_agg(json_build_object('plan', plan,
				'years', cross_check(plan)) order by plan desc)
			from (select distinct plan from amount a
				join node n on n.id = a.node join city using (nis)
				where path in ('doelen', 'rekeningen', 'domeinen')) p),
		'residents', per_resident(0));
$$;
comment on function provenance() is
	'Every file, and each plan''s views held against each other.';
