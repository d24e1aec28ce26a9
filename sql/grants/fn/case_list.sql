create function case_list() returns table (kind text, id bigint, decision bigint,
	resident uuid, text text, made timestamptz, due date, involved uuid[],
	decided timestamptz, agreed boolean, reason text, cause text, actor uuid,
	cents bigint, motivation jsonb, facts jsonb)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select 'bezwaar', o.id, o.decision, o.resident, o.text, o.made, o.due,
		o.involved, o.decided, o.upheld, o.reason, null, o.actor,
		null::bigint, null::jsonb, null::jsonb
	from objection o
	union all
	select 'nakijken', r.id, r.decision, coalesce(r.resident, d.addressee),
		r.text, r.made, r.due, r.involved, r.decided, r.changed, r.reason,
		r.cause, r.actor, r.cents, r.motivation, r.facts
	from review r join decision d on d.id = r.decision
	union all
	select 'antwoorden', q.id, null, q.resident, null, q.made, q.due,
		q.involved, q.decided, q.confirmed, q.reason, 'request', q.actor,
		null, null, null
	from request q;
$$;
comment on function case_list() is
	'Objections, looks by a person and answers of residents, as one list of what staff do.';
