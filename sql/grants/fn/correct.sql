create function correct(g granted, o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	d decision;
	new_cents bigint := (o ->> 'cents')::bigint;
begin
	if new_cents > g.cents then
		d := put(g, 'correct', o, g.period, new_cents);
		perform owe(d, new_cents - g.cents, g.payment);
		perform turn(g.id, d, g.state, g.ends);
		perform told(g, d, 'right_corrected',
			jsonb_build_object('more', new_cents - g.cents, 'before', g.cents));
	end if;
	-- One review of a right: of the decision that holds.
	delete from review r using decision b
	where b.id = r.decision and b.granted = g.id and r.cause = 'less'
	and r.decided is null and (new_cents >= g.cents or b.id <> g.decision);
	if new_cents < g.cents then
		insert into review (decision, cause, cents, motivation, facts, version, day, due)
		values (g.decision, 'less', new_cents, o -> 'motivation', o -> 'facts',
			(o ->> 'version')::integer, (o ->> 'day')::date, current_date + 30)
		on conflict (decision, cause) where decided is null do update
			set cents = excluded.cents, motivation = excluded.motivation,
				facts = excluded.facts, version = excluded.version,
				day = excluded.day;
	end if;
end;
$$;
comment on function correct(granted, jsonb) is
	'What was known when a right was granted was not right. More: a new decision, and the difference is owed. Less: a person looks at it, and nothing is taken back by itself.';
