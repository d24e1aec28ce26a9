create function run_differs(n run, r jsonb, since date) returns integer
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	homes text[];
	each_period text := (select h.period from benefits.rules_held(n.version) h
		where h.code = r ->> 'code');
begin
	with entitled as materialized (
		select o.block * 256 + i as nr from outcome o
		cross join lateral (select substring(o.data
			from (r ->> 'at')::integer + 1 for 256) as states) s
		cross join generate_series(0, 255) i
		where o.run = n.id and o.person = (r ->> 'person')::boolean
		and get_byte(s.states, i) = 1
	), who as materialized (
		select k.household, null::uuid as subject from entitled e
		join facts.known k on k.nr = e.nr where not (r ->> 'person')::boolean
		union all
		select k.household, k.resident from entitled e
		join facts.known_person k on k.nr = e.nr where (r ->> 'person')::boolean
	), given as materialized (
		select g.household, g.subject, g.state, g.period from granted g
		where g.rule = r ->> 'code' and g.period && period_of(each_period, n.day)
	), lost as (
		select g.household from given g
		where g.state = 'granted' and g.period @> n.day and each_period <> 'once'
		and outcome_state(n, r, g.household, g.subject) = 0
	), won as (
		select w.household from who w left join given g
			on g.household = w.household and g.subject is null
		where w.subject is null and coalesce(g.state, 'ending') = 'ending'
		union all
		select w.household from who w left join given g on g.subject = w.subject
		where w.subject is not null and coalesce(g.state, 'ending') = 'ending'
	)
	select array_agg(distinct d.household) into homes
	from (select * from lost union all select * from won) d;
	-- Whoever decides on one of them is waited for first: it writes what it looked at.
	perform facts.pending_put(homes, since) where homes <> '{}';
	delete from looked l where l.household = any (homes);
	return coalesce(cardinality(homes), 0);
end;
$$;
comment on function run_differs(run, jsonb, date) is
	'Households that have a right by a run and were not granted it, or the other way round, wait to be decided on: from today, or from when a rule was stopped that goes on since the run before.';
