create function run_keep(v integer) returns void
language plpgsql set search_path = budget, ext, pg_temp
as $$
declare
	before integer := max(id) from run;
	made integer;
begin
	insert into run (version) values (v) returning id into made;
	with held as (
		select n.id, n.view, a.plan, a.year, a.cents,
			coalesce(l.category, 'niet-toegewezen') as category
		from node n join city using (nis)
		join amount a on a.node = n.id
		left join allocation l on l.node = n.id and l.version = v
		where not exists (select from node c where c.parent = n.id)),
	counted as (
		select view, plan, category, count(distinct id) as lines
		from held group by view, plan, category)
	insert into share (run, view, plan, year, category, cents, lines)
	select made, view, plan, year, category, sum(cents), lines
	from held join counted using (view, plan, category)
	group by view, plan, year, category, lines;
	if runs_same(before, made) then
		delete from share where run = made;
		delete from run where id = made;
	end if;
end;
$$;
comment on function run_keep(integer) is
	'Writes down what each category holds now under a version, where that is new.';
