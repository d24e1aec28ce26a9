create function node_sources(of_node integer, of_plan integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('file', file, 'sha256', sha256,
		'imported_at', imported_at, 'rows', rows) order by file)
	from source where id in (select source from amount
		where node = of_node and plan = of_plan);
$$;
comment on function node_sources(integer, integer) is
	'The files that a node''s amounts were read from.';
