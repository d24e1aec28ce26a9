create function dispute_answer(session text, nr bigint, besluit text, antwoord text)
returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	d dispute;
begin
	update dispute t set answer = trim(antwoord), answered = now(), result = besluit,
		answered_by = a.account
	from people.actor(dispute_answer.session) a
	where t.id = nr and t.answered is null and t.account <> a.account
	returning t.* into d;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	perform people.message_put(d.account, null, 'correction',
		jsonb_build_object('answer', d.answer));
	return '{}';
end;
$$;
comment on function dispute_answer(text, bigint, text, text) is
	'The answer to who finds a database wrong, once: it is mended at the source, or right as it is, and why.';
