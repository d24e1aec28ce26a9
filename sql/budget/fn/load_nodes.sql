create function load_nodes() returns void
language sql set search_path = budget, ext, pg_temp
as $$
	insert into node (nis, view, level, path, code, name, official)
	select distinct nis, view, 0, view, view, view, view from incoming
	on conflict (nis, path) do nothing;

	insert into node (nis, view, level, path, parent, code, name, official)
	select distinct on (i.nis, path1) i.nis, i.view, 1, path1, n.id, code1,
		name1, official1
	from incoming i join node n on n.nis = i.nis and n.path = i.view
	order by i.nis, path1, plan desc, line
	on conflict (nis, path) do update
	set name = excluded.name, official = excluded.official;

	insert into node (nis, view, level, path, parent, code, name, official)
	select distinct on (i.nis, path2) i.nis, i.view, 2, path2, n.id, code2,
		name2, official2
	from incoming i join node n on n.nis = i.nis and n.path = path1
	order by i.nis, path2, plan desc, line
	on conflict (nis, path) do update
	set name = excluded.name, official = excluded.official;

	insert into node (nis, view, level, path, parent, code, name, official)
	select distinct on (i.nis, path3) i.nis, i.view, 3, path3, n.id, code3,
		name3, official3
	from incoming i join node n on n.nis = i.nis and n.path = path2
	where code3 is not null
	order by i.nis, path3, plan desc, line
	on conflict (nis, path) do update
	set name = excluded.name, official = excluded.official;
$$;
comment on function load_nodes() is
	'The places that the incoming lines name; the newest plan names them.';
