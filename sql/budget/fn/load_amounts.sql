create function load_amounts(source_id integer) returns void
language sql set search_path = budget, ext, pg_temp
as $$
	insert into amount (node, plan, year, cents, source)
	select n.id, i.plan, i.year, sum(i.amount), source_id
	from incoming i
	cross join lateral (values (i.view), (i.path1), (i.path2), (i.path3))
		as p (path)
	join node n on n.nis = i.nis and n.path = p.path
	group by n.id, i.plan, i.year;

	-- What no plan names any more goes.
	delete from node n where not exists (
		select from amount a where a.node = n.id);
	delete from source s
	where s.id <> source_id
		and s.shape in ('actions', 'accounts', 'policyfields', 'lines')
		and not exists (select from amount a where a.source = s.id);
$$;
comment on function load_amounts(integer) is
	'The amount of each place, its own and those of all below it.';
