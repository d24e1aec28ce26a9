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
	elsif new_cents < g.cents then
		insert into review (decision, cause, cents, motivation, facts, version, day, due)
		values (g.decision, 'less', new_cents, o -> 'motivation', o -> 'facts',
			(o ->> 'version')::integer, (o ->> 'day')::date, current_date + 30)
		on conflict (decision, cause) where decided is null do update
			set cents = excluded.cents, motivation = excluded.motivation,
				facts = excluded.facts, version = excluded.version,
				day = excluded.day;
	end if;
	if new_cents >= g.cents then
		delete from review r where r.decision = g.decision and r.cause = 'less'
			and r.decided is null;
	end if;
end;
$$;
comment on function correct(granted, jsonb) is
	'What was known when a right was granted was not right. More: a new decision, and the difference is owed. Less: a person looks at it, and nothing is taken back by itself.';
