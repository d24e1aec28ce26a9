create function plan_of(of_node integer, wished integer) returns integer
language sql stable set search_path = budget, ext, pg_temp
as $$
	select coalesce(max(plan) filter (where plan = wished), max(plan))
	from amount where node = of_node;
$$;
comment on function plan_of(integer, integer) is
	'The plan to show: the one asked for where there is one, else the last.';
