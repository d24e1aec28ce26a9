create function impact_make() returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
begin
	if exists (select from impact i where i.day = current_date)
		or not exists (select from run r where r.ended is not null)
		or facts.pending_any() then
		return '{}';
	end if;
	delete from impact;
	insert into impact (rule, quarter, title, place, granted, entitled, days, day)
	with home as materialized (
		select * from people.quarters()
	), whole as materialized (
		select e.rule, h.number, g.id
		from entitled() e join home h on h.household = e.household
		left join granted g on g.rule = e.rule and g.household = e.household
			and g.subject is not distinct from e.subject
			and g.period @> current_date and g.state in ('granted', 'ending')
	), paid as (
		select w.rule, w.number, l.at::date - d.made::date as days
		from whole w join decision d on d.granted = w.id and d.before is null
		join payments.left_on(array(select f.number from decision f
			where f.before is null)) l on l.number = d.number
	), cell as (
		-- Each neighbourhood, also where there is nobody: a row tells nothing.
		select r.rule, q.number, q.name,
			in_tens(count(w.id), r.rule || ' ' || q.number) as granted,
			in_tens(count(w.rule), r.rule || ' ' || q.number) as entitled
		from (select n.code as rule from rules_given() n) r
		cross join (select distinct h.number, h.name from home h) q
		left join whole w on w.rule = r.rule and w.number = q.number
		group by r.rule, q.number, q.name
	), fast as (
		select p.rule, coalesce(p.number, 0) as number,
			percentile_disc(0.5) within group (order by p.days) as days
		from paid p group by grouping sets ((p.rule), (p.rule, p.number))
		having in_tens(count(*), p.rule || ' ' || coalesce(p.number, 0) || ' paid') >= 20
	), shown as (
		select c.rule, coalesce(c.number, 0) as number, max(c.name) as name,
			sum(c.granted)::integer as granted,
			sum(c.entitled)::integer as entitled, c.number is null as all_of
		from cell c group by grouping sets ((c.rule), (c.rule, c.number))
	)
	select s.rule, s.number, coalesce((select d.title from decision d
			where d.rule = s.rule order by d.id desc limit 1),
			(select o.title from open_right o where o.rule = s.rule limit 1),
			jsonb_build_object('nl', s.rule)),
		case when not s.all_of then s.name end, s.granted, s.entitled,
		case when s.granted is not null then f.days end, current_date
	from shown s left join fast f on (f.rule, f.number) = (s.rule, s.number);
	return json_build_object('made', true);
end;
$$;
comment on function impact_make() is
	'Once a day: what everybody may see of who got what. Only households of which the neighbourhood is known count.';
