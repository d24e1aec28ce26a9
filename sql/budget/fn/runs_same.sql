create function runs_same(one integer, other integer) returns boolean
language sql stable set search_path = budget, ext, pg_temp
as $$
	select (select version from run where id = one)
			= (select version from run where id = other)
		and not exists (
			select from (select * from share where run = one) a
			full join (select * from share where run = other) b
				using (view, plan, year, category)
			where a.cents is distinct from b.cents
			or a.lines is distinct from b.lines);
$$;
comment on function runs_same(integer, integer) is
	'Whether two runs are of one version and hold the same.';
