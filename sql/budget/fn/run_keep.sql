create function run_keep(v integer) returns void
language sql set search_path = budget, ext, pg_temp
as $$
	with r as (insert into run (version) values (v) returning id)
	insert into share (run, view, plan, year, category, cents, lines)
	select r.id, n.view, a.plan, a.year,
		coalesce(l.category, 'niet-toegewezen'), sum(a.cents), count(*)
	from r cross join node n join city using (nis)
	join amount a on a.node = n.id
	left join allocation l on l.node = n.id and l.version = v
	where not exists (select from node c where c.parent = n.id)
	group by r.id, n.view, a.plan, a.year, 5;
$$;
comment on function run_keep(integer) is
	'Writes down what each category holds now under a version.';
