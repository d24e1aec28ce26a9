create function put(g granted, of_kind text, how jsonb, of_period daterange,
	of_cents bigint, who uuid default null) returns decision
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	d decision;
	last bigint := (select max(x.id) from decision x where x.granted = g.id);
begin
	insert into decision (id, granted, household, subject, addressee, rule,
		title, version, day, kind, period, cents, motivation, facts, before,
		made_by)
	values (case when of_kind in ('grant', 'extend') then g.decision
			else nextval('decision_id_seq') end,
		g.id, g.household, g.subject, g.addressee, g.rule, how -> 'title',
		(how ->> 'version')::integer, (how ->> 'day')::date, of_kind,
		of_period, of_cents, how -> 'motivation', how -> 'facts', last, who)
	returning * into d;
	return d;
end;
$$;
comment on function put(granted, text, jsonb, daterange, bigint, uuid) is
	'Keeps a decision about what is granted, in the place of the one before.';
