create function objection_decide(session text, id text, upheld text, reason text,
	cents text default null) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	who uuid := staff(objection_decide.session);
	o objection;
	d decision;
	g granted;
	n decision;
begin
	select * into o from objection t
	where t.id = objection_decide.id::bigint and t.decided is null for update;
	g := case_granted(who, o.involved, o.decision);
	select * into d from decision t where t.id = o.decision;
	if objection_decide.upheld = 'ja' then
		n := anew(g, d, coalesce(objection_decide.cents::bigint, g.cents),
			objection_decide.reason, who);
	end if;
	update objection t set decided = now(), decided_by = who,
		upheld = n.id is not null, reason = objection_decide.reason, result = n.id
	where t.id = o.id;
	perform told(g, d, 'objection_decided', jsonb_build_object(
		'upheld', n.id is not null, 'reason', objection_decide.reason));
	return '{}';
end;
$$;
comment on function objection_decide(text, text, text, text, text) is
	'Somebody who had no part in a decision answers an objection, with a reason: upheld ("ja"), a new decision follows, with another amount where that is given.';
