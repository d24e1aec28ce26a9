create function object(session text, number text, text text) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	m record;
	term date := current_date + (select answer_days from appeal);
begin
	select * into strict m from mine(object.session, object.number);
	insert into objection (decision, resident, actor, text, due, involved)
	values ((m.d).id, m.resident, m.actor, object.text, term,
		involved((m.g).id) || case when m.helped then array[m.actor] else '{}' end)
	on conflict (decision) where decided is null do nothing;
	if not found then
		raise exception 'objected' using errcode = 'BF000';
	end if;
	perform told(m.g, m.d, 'objection', jsonb_build_object('due', term));
	return json_build_object('due', term);
end;
$$;
comment on function object(text, text, text) is
	'A resident does not agree with a decision: a case with a term, one at a time.';
