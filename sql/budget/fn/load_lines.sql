create function load_lines(source_id integer) returns void
language plpgsql set search_path = budget, ext, pg_temp
as $$
declare
	bad staging_lines;
begin
	select * into bad from staging_lines
	where year not between plan and plan + 9 limit 1;
	if found then
		raise exception 'invalid' using errcode = 'BF000',
			detail = format('line %s, year: "%s": the plan of %s has no '
				'such year; give a year from %s to %s', bad.line,
				bad.year, bad.plan, bad.plan, bad.plan + 9);
	end if;
	insert into municipality (nis, name)
	select distinct on (nis) nis, coalesce(municipality, nis)
	from staging_lines order by nis
	on conflict (nis) do nothing;
	truncate incoming;
	-- A code may stand for two actions: then the name tells them apart.
	insert into incoming
	select l.*, view || '/' || slug(code1) as path1,
		view || '/' || slug(code1) || '/' || slug(code2) as path2,
		view || '/' || slug(code1) || '/' || slug(code2) || '/'
			|| slug(code3)
			|| case when twin > 1 then '-' || twin else '' end as path3
	from (select s.*, dense_rank() over (
			partition by nis, view, slug(code1), slug(code2), slug(code3)
			order by official3) as twin
		from staging_lines s) l;
	analyze incoming;
	delete from amount a using node n, (
		select distinct nis, view, plan from incoming) i
	where a.node = n.id and n.nis = i.nis and n.view = i.view
		and a.plan = i.plan;
	perform load_nodes();
	perform load_amounts(source_id);
	perform refresh_city();
end;
$$;
comment on function load_lines(integer) is
	'Replaces, for each city, view and plan in the file, what was there.';
