create function questions(session text, lang text) returns json
language plpgsql stable
security definer set search_path = access, ext, pg_temp
as $$
begin
	return (
		select json_build_object('rows', coalesce(json_agg(json_build_object(
			'id', q.id, 'asked', q.asked, 'due', q.due,
			'late', q.due < current_date, 'text', q.text, 'at', q.at,
			'reason', r.reason, 'label', l.label ->> questions.lang,
			'purpose', l.purpose ->> questions.lang,
			'mine', r.actor = (select account from people.actor(questions.session)))
			order by q.due, q.id), '[]'))
		from question q join entry r on r.id = q.entry and r.at = q.at
		join belfort.look l on l.id = r.look
		where q.answered is null);
end;
$$;
comment on function questions(text, text) is
	'What residents ask about looks at their data, the most urgent first; without who asks.';
