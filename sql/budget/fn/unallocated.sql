create function unallocated(of_plan integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_build_object('cents', coalesce(sum(cents), 0)::bigint,
		'lines', count(distinct id))
	from node n join city using (nis) join amount a on a.node = n.id
	where view = 'doelen' and level = 3 and plan = of_plan
	and plain ~ '\mportfoliobudget'
	having count(*) > 0;
$$;
comment on function unallocated(integer) is
	'What the plan books as portfolio budget: not yet allocated; null for nothing.';
