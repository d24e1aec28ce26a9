create function question_tell(id integer, answer text) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	q question;
	s source;
	d delivery;
	residents uuid[];
	days date[];
begin
	select o.* into s from source o
	where o.id = (select source from question w where w.id = question_tell.id) for update;
	if not exists (select from offer o where o.source = s.id
			and (o.words ? answer or answer = 'onbekend')) then
		return question_failed(question_tell.id,
			json_build_object('code', 'answer_other', 'text', left(answer, 40)), 0);
	end if;
	update question o set answered = now(), answer = question_tell.answer,
		until = current_date + greatest(s.freshness, s.retention)
	where o.id = question_tell.id and o.answered is null returning o.* into q;
	if not found then
		return '{}';
	end if;
	d.id := -q.id;
	insert into incoming (delivery, line, resident, fact, low, high, valid)
	select d.id, 0, q.resident, o.fact, (o.words -> answer ->> 0)::integer,
		(o.words -> answer ->> 1)::integer,
		daterange(current_date, current_date + s.freshness)
	from offer o where o.source = s.id and o.words ? answer;
	select array_agg(a.resident), array_agg(a.from_day) into residents, days
	from incoming_apply(d, s) a;
	delete from incoming i where i.delivery = d.id;
	update source o set good = now(), fault = null, fault_since = null, tries = 0,
		next = now(), first_day = least(o.first_day, current_date)
	where o.id = s.id;
	perform changed(residents, days, null);
	perform pg_advisory_unlock_all();
	return json_build_object('changed', coalesce(cardinality(residents), 0));
end;
$$;
comment on function question_tell(integer, text) is
	'What a service answered: it counts for as many days as the source is fresh. "onbekend" says nothing, which is kept so that it is not asked again. Another word than the source declares is a fault of it.';
