create function answers_put(session text, answers json) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	me record;
	r request;
begin
	select * into me from viewer(answers_put.session);
	if me.household is null or not me.leads then
		raise exception 'forbidden' using errcode = 'BF000';
	end if;
	insert into request (household, resident, actor, answers, due, involved)
	values (me.household, me.resident, me.actor, answers_put.answers::jsonb,
		current_date + (select a.answer_days from appeal a),
		case when me.actor <> me.account then array[me.actor] else '{}' end)
	on conflict (household) where decided is null do nothing
	returning * into r;
	if not found then
		raise exception 'answered_already' using errcode = 'BF000';
	end if;
	perform tell_case(me.resident, 'answers_kept', jsonb_build_object(
		'due', r.due, 'path', (select mount from belfort.feature where name = 'grants')));
	return '{}';
end;
$$;
comment on function answers_put(text, json) is
	'Somebody answers for their household: a case for staff, who look whether it is so. Nothing is granted by it alone.';
