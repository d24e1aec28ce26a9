create function review_decide(session text, id text, changed text, reason text,
	cents text default null) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	who uuid := staff(review_decide.session);
	r review;
	d decision;
	g granted;
	n decision;
begin
	select * into r from review t
	where t.id = review_decide.id::bigint and t.decided is null for update;
	g := case_granted(who, r.involved, r.decision);
	select * into d from decision t where t.id = r.decision;
	if review_decide.changed = 'ja' then
		n := anew(g, d, coalesce(review_decide.cents::bigint, r.cents, g.cents),
			review_decide.reason, who);
	end if;
	update review t set decided = now(), decided_by = who,
		changed = n.id is not null, reason = review_decide.reason, result = n.id
	where t.id = r.id;
	perform told(g, coalesce(n, d), 'review_decided', jsonb_build_object(
		'changed', n.id is not null, 'reason', review_decide.reason))
	where r.cause = 'asked' or n.id is not null;
	return '{}';
end;
$$;
comment on function review_decide(text, text, text, text, text) is
	'A person looked at a decision, and says why: "ja" changes it, to the amount that is given, or that follows from the corrected facts.';
