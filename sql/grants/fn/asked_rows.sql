create function asked_rows(decisions bigint[], viewer uuid) returns json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select json_agg(json_build_object('kind', json_build_object(a.kind, true),
		'made', a.made, 'due', a.due, 'late', a.decided is null and a.due < current_date,
		'text', a.text, 'open', a.decided is null, 'decided', a.decided,
		'agreed', a.agreed, 'reason', a.reason) order by a.made desc)
	from (
		select 'objection' as kind, o.made, o.due, o.text, o.decided,
			o.upheld as agreed, o.reason, o.decision,
			o.resident from objection o
		union all
		select 'review', r.made, r.due, r.text, r.decided, r.changed, r.reason,
			r.decision, r.resident from review r where r.cause = 'asked') a
	where a.decision = any (decisions) and a.resident = asked_rows.viewer;
$$;
comment on function asked_rows(bigint[], uuid) is
	'What somebody asked about decisions, an objection or a look by a person, and what was answered.';
