create function correction_answer(session text, nr bigint, antwoord text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	c correction;
begin
	update correction t set answer = antwoord, answered = now(),
		answered_by = w.account
	from who(correction_answer.session) w
	where t.id = nr and t.answered is null
	returning t.* into c;
	if not found then
		return null;
	end if;
	perform message_put(c.account, null, 'correction',
		jsonb_build_object('answer', antwoord));
	return '{}';
end;
$$;
comment on function correction_answer(text, bigint, text) is
	'The answer of a civil servant to a mistake that somebody told.';
