create function question_failed(id integer, fault json, wait integer) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
begin
	update source s set fault = question_failed.fault::jsonb
			|| jsonb_build_object('file', s.settings ->> 'question'),
		fault_since = coalesce(s.fault_since, now()), tries = s.tries + 1,
		next = clock_timestamp() + greatest(pause(s.tries + 1),
			interval '1 second' * least(wait, 86400))
	from question q where q.id = question_failed.id and s.id = q.source;
	perform pg_advisory_unlock_all();
	return '{}';
end;
$$;
comment on function question_failed(integer, json, integer) is
	'A service did not answer, or not as agreed: FAULT is {"code", "text"}. It is left alone for a while, at least the seconds that it asks itself (WAIT); nobody''s facts change.';
