create function anew(g granted, d decision, to_cents bigint, why text, who uuid)
returns decision
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	n decision;
	words jsonb := jsonb_build_object('title', d.title, 'version', d.version,
		'day', current_date, 'facts', '[]'::jsonb,
		'motivation', jsonb_build_object('nl', why, 'en', why, 'fr', why));
	back boolean := to_cents < g.cents and unpaid(g.id);
begin
	n := put(g, case when d.kind = 'end' and to_cents = g.cents then 'stay'
		when to_cents = 0 and g.cents > 0 then 'withdraw' else 'correct' end,
		words, case when d.kind = 'end' and g.each = 'none'
			then daterange(lower(g.period), null) else g.period end, to_cents, who);
	perform owe(n, case when back then to_cents else to_cents - g.cents end, g.payment)
	where g.state <> 'declined';
	perform turn(g.id, n, case
			when n.kind = 'withdraw' then 'withdrawn'
			when g.state = 'declined' then g.state
			when d.kind in ('end', 'withdraw') then 'granted'
			else g.state end,
		case when n.kind <> 'withdraw' and d.kind not in ('end', 'withdraw')
			then g.ends end);
	return n;
end;
$$;
comment on function anew(granted, decision, bigint, text, uuid) is
	'A person decides anew how much is granted, with a reason: what is more is owed; what is less and did not leave yet is held back, and what left stays. Who declined it goes on to be owed nothing.';
