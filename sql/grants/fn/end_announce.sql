create function end_announce(g granted, o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	of_period text := g.each;
	last_day date := ends_on(of_period, g.period);
	here date := least(last_day, coalesce(upper(g.period) - 1, last_day));
	at date := upper(g.period);
	d decision;
begin
	d := put(g, 'end', o, daterange(lower(g.period), here + 1), g.cents);
	perform turn(g.id, d, 'ending', here);
	-- The notice is longer than what was granted: until it is over there is more.
	while of_period not in ('none', 'year', 'once') and at <= last_day loop
		perform grant_make(o || jsonb_build_object('cents', g.cents),
			period_of(of_period, at), 'extend');
		update granted n set state = 'ending', ends = upper(n.period) - 1
		where n.rule = g.rule and n.household = g.household
		and n.subject is not distinct from g.subject
		and n.period = period_of(of_period, at) and n.state = 'granted';
		at := upper(period_of(of_period, at));
	end loop;
	select * into g from granted t where t.id = g.id;
	perform told(g, d, 'right_ends', jsonb_build_object('ends', last_day));
end;
$$;
comment on function end_announce(granted, jsonb) is
	'Tells that a right ends, when, and why; it stays until then. What was given is not taken back.';
