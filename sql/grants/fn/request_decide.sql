create function request_decide(session text, id bigint, gelijk text,
	reden text) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	who uuid := (select a.account from people.actor(request_decide.session) a);
	r request;
begin
	update request t set decided = now(), decided_by = who,
		confirmed = gelijk = 'ja', reason = reden
	where t.id = request_decide.id and t.decided is null
	returning t.* into r;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	perform access.note(session, 'grants.request', r.resident, reden);
	if r.confirmed then
		perform facts.say(r.household, r.answers);
	end if;
	perform tell_case(r.resident, 'answers_checked', jsonb_build_object(
		'agreed', r.confirmed, 'reason', reden,
		'path', (select mount from belfort.feature where name = 'grants')));
	return '{}';
exception when check_violation then
	raise exception 'involved' using errcode = 'BF000';
end;
$$;
comment on function request_decide(text, bigint, text, text) is
	'A civil servant saw whether what a resident answered is so. If it is it counts as known, and the rules run again.';
