create function run_compare() returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	n run;
	r jsonb;
	homes integer := 0;
	since date;
begin
	select * into n from run t where t.ended is not null and t.compared is null
	order by t.id desc limit 1 for update skip locked;
	if not found then
		return '{}';
	end if;
	since := least(n.day, benefits.stopped_since(coalesce((select max(b.made)
		from run b where b.id < n.id and b.differ is not null), '-infinity')));
	for r in select x from jsonb_array_elements(n.rules) x
		where (x ->> 'stands')::boolean
	loop
		homes := homes + run_differs(n, r, since);
	end loop;
	update run t set compared = clock_timestamp(), differ = homes
	where t.id = n.id;
	update run t set compared = clock_timestamp()
	where t.id < n.id and t.compared is null;
	delete from run t where t.id < n.id - 1;
	return json_build_object('differ', homes);
end;
$$;
comment on function run_compare() is
	'Whoever was granted something else than came out of the last run waits to be decided on. The run before is kept, older ones go.';
