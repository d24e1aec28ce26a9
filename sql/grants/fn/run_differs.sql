create function run_differs(n run, r jsonb, since date) returns integer
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	homes text[];
	at integer := (r ->> 'at')::integer;
	amount boolean := (r ->> 'amount')::boolean;
	each_period text := (select h.period from benefits.rules_held(n.version) h
		where h.code = r ->> 'code');
begin
	with entitled as materialized (
		select o.block * 256 + i as nr from outcome o
		cross join lateral (select substring(o.data from at + 1 for 256) as states,
			case when amount then substring(o.data from at + 257 for 1024) end as least,
			case when amount then substring(o.data from at + 1281 for 1024) end as most) s
		cross join generate_series(0, 255) i
		where o.run = n.id and o.person = (r ->> 'person')::boolean
		and get_byte(s.states, i) = 1
		-- As long as it is not known how much, nothing is granted.
		and substring(s.least from 4 * i + 1 for 4)
			is not distinct from substring(s.most from 4 * i + 1 for 4)
	), who as materialized (
		select k.household, null::uuid as subject from entitled e
		join facts.known k on k.nr = e.nr where not (r ->> 'person')::boolean
		union all
		select k.household, k.resident from entitled e
		join facts.known_person k on k.nr = e.nr where (r ->> 'person')::boolean
	), given as materialized (
		select g.* from granted g
		where g.rule = r ->> 'code' and g.period && period_of(each_period, n.day)
	), lost as (
		select coalesce(p.household, g.household) as household
		from given g left join facts.known_person p on p.resident = g.subject
		where g.state = 'granted' and g.period @> n.day and each_period <> 'once'
		and outcome_state(n, r, g.household, g.subject) = 0
		and not by_a_person(g.id)
	), moved as materialized (
		select h.household from given g
		join people.households_of(array(select t.addressee from given t
			where t.subject is null)) h on h.resident = g.addressee
		where g.subject is null and h.household <> g.household
	), may_win as (
		select w.household, w.subject, g.state from who w left join given g
			on g.household = w.household and g.subject is null
		where w.subject is null
		union all
		select w.household, w.subject, g.state from who w
		left join given g on g.subject = w.subject where w.subject is not null
	), won as (
		select w.household from may_win w
		where coalesce(w.state, 'ending') = 'ending'
		and case when w.state is null and w.household not in (select m.household from moved m)
			then true
			else yes_follows(jsonb_build_object('rule', r ->> 'code',
				'household', w.household, 'subject', w.subject),
				period_of(each_period, n.day)) end
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
	'Households that have a right by a run and were not granted it, or the other way round, wait to be decided on: those of whom something follows, from today, or from when a rule was stopped that goes on since the run before.';
