create function days_of(household text, from_day date, version integer)
returns setof date
language sql stable
set search_path = grants, ext, pg_temp
as $$
	with rule as materialized (
		select r.code, r.period from benefits.rules_held(days_of.version) r
		where r.city and r.granting = 'automatic'
	), own as materialized (
		select g.rule, g.period, g.state, d.day from granted g
		join decision d on d.granted = g.id and d.before is null
		where g.household = days_of.household
	), since as (
		select r.period, greatest(current_date - 1100, a.since, least(days_of.from_day,
			(select max(upper(o.period)) from own o
				where o.rule = r.code and o.state = 'granted'))) as day
		from rule r cross join appeal a
	), past as (
		select s.day from since s where s.day < current_date
		union
		select x.day from since s
		cross join lateral generate_series(s.day,
			upper(period_of(s.period, current_date)) - 1,
			case s.period when 'day' then interval '1 day'
				when 'week' then interval '1 week'
				else interval '1 month' end) t(at)
		cross join lateral (values
			(greatest(s.day, lower(period_of(s.period, t.at::date)))),
			(upper(period_of(s.period, t.at::date)) - 1)) x(day)
		where comes_again(s.period) and s.day < current_date
		and x.day < current_date
		union
		select o.day from own o
		where o.day >= days_of.from_day and o.day < current_date
		union
		select c.day from (select min(s.day) as day from since s) f
		cross join lateral facts.changed_on(days_of.household, f.day) c(day)
		where c.day < current_date
	)
	(select current_date)
	union all
	(select p.day from past p order by p.day desc limit 60);
$$;
comment on function days_of(text, date, integer) is
	'On which days a household is decided on: today; for each period since the first day on which something is otherwise, or for which nothing was granted yet, their first and last; the days between on which the household changed; and the day of each decision that a correction could change. Three years back at most.';
