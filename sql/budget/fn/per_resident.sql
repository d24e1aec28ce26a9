create function per_resident(of_cents bigint) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_build_object('cents', round(of_cents::numeric / residents),
		'residents', residents, 'year', year, 'origin', origin)
	from population join city using (nis) order by year desc limit 1;
$$;
comment on function per_resident(bigint) is
	'Cents for each resident, with the population used and its source.';
