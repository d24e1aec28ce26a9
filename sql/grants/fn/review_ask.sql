create function review_ask(session text, number text, text text) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	m record;
	term date := current_date + (select answer_days from appeal);
begin
	select * into strict m from mine(review_ask.session, review_ask.number);
	insert into review (decision, cause, resident, actor, text, due, involved)
	values ((m.d).id, 'asked', m.resident, m.actor,
		nullif(trim(review_ask.text), ''), term,
		involved((m.g).id) || case when m.helped then array[m.actor] else '{}' end)
	on conflict (decision, cause) where decided is null do nothing;
	if not found then
		raise exception 'objected' using errcode = 'BF000';
	end if;
	return json_build_object('due', term);
end;
$$;
comment on function review_ask(text, text, text) is
	'A resident wants a person to look at a decision that a computer made (GDPR, article 22(3)).';
