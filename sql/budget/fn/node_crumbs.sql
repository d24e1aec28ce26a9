create function node_crumbs(of_node integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with recursive up as (
		select * from node where id = of_node
		union all
		select n.* from node n join up on up.parent = n.id)
	select json_agg(json_build_object('path', path, 'code', code,
		'name', name, 'top', level = 0) order by level)
	from up where id <> of_node;
$$;
comment on function node_crumbs(integer) is 'The way down to a node.';
