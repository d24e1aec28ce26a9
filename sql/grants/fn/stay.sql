create function stay(g granted, o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	d decision;
begin
	d := put(g, 'stay', o, case o ->> 'period'
		when 'none' then daterange(lower(g.period), null) else g.period end, g.cents);
	perform turn(g.id, d, 'granted');
	update granted n set state = 'granted', ends = null, changed = now()
	where n.rule = g.rule and n.household = g.household and n.state = 'ending'
	and n.subject is not distinct from g.subject and n.period >> g.period;
	select * into g from granted t where t.id = g.id;
	perform told(g, d, 'right_stays');
end;
$$;
comment on function stay(granted, jsonb) is
	'The end of a right that was announced does not come: its reason is gone.';
