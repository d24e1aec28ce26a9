create function waiting()
returns table (kind text, id bigint, number text, rule text, title jsonb,
	made timestamptz, due date, late boolean, cents bigint, to_cents bigint,
	involved uuid[])
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select 'objection', o.id, d.number, d.rule, d.title, o.made, o.due,
		o.due < current_date, d.cents, null::bigint, o.involved
	from objection o join decision d on d.id = o.decision
	where o.decided is null
	union all
	select r.cause, r.id, d.number, d.rule, d.title, r.made, r.due,
		r.due < current_date, d.cents, r.cents, r.involved
	from review r join decision d on d.id = r.decision
	where r.decided is null
	order by 7, 2;
$$;
comment on function waiting() is
	'What waits for a person: objections, reviews that were asked for, corrections that would give less; what is late first.';
