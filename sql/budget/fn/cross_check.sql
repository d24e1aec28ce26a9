create function cross_check(of_plan integer) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('year', year, 'doelen', doelen,
			'rekeningen', rekeningen, 'domeinen', domeinen,
			'accounts_less_actions', rekeningen - doelen,
			'apart', abs(rekeningen - doelen),
			'fields_less_accounts', domeinen - rekeningen)
		order by year nulls last)
	from (select year,
			sum(cents) filter (where view = 'doelen')::bigint as doelen,
			sum(cents) filter (where view = 'rekeningen')::bigint
				as rekeningen,
			sum(cents) filter (where view = 'domeinen')::bigint
				as domeinen
		from amount a join node n on n.id = a.node
		join city using (nis)
		where path in ('doelen', 'rekeningen', 'domeinen')
		and plan = of_plan
		group by grouping sets ((year), ())) t;
$$;
comment on function cross_check(integer) is
	'The views of a plan beside each other by year; the last row is the sum.';
