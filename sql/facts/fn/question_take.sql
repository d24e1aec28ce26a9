create function question_take() returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	candidate integer;
	q question;
	s source;
begin
	for candidate in
		select o.id from question o join source w on w.id = o.source
		where w.kind = 'http' and w.ended is null and w.next <= now()
		and o.answered is null and o.next <= now() and o.until >= current_date
		order by o.tries, o.id limit 100
	loop
		perform pg_advisory_unlock_all();
		continue when not pg_try_advisory_lock('question'::regclass::integer, candidate);
		select o.* into s from source o
		where o.id = (select source from question where id = candidate)
		and o.next <= now() for update;
		continue when not found;
		update question o set tries = o.tries + 1,
			next = clock_timestamp() + pause(o.tries + 1)
		where o.id = candidate and o.answered is null and o.next <= now()
		returning o.* into q;
		continue when not found;
		-- A source that is broken is asked one thing at a time.
		update source o set next = clock_timestamp() + pause(o.tries)
		where o.id = s.id and s.fault is not null;
		if q.tries = 1 then
			perform access.note_service('facts.ask', q.resident, q.rule, q.version);
		end if;
		return json_build_object('id', q.id::text, 'key', q.key,
			'source', s.name, 'settings', s.settings,
			'purpose', q.rule, 'sealed', people.number_sealed(q.resident));
	end loop;
	return '{}';
end;
$$;
comment on function question_take() is
	'The question to ask now, or {}; those that were asked least come first. Who takes it holds a lock until the end is told; one whose taker was killed comes again after its pause, under the same key.';
