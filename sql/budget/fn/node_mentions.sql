create function node_mentions(of_node integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('number', number, 'name', name)
		order by number)
	from mention join neighbourhood using (number) where node = of_node;
$$;
comment on function node_mentions(integer) is
	'The neighbourhoods that an action names.';
