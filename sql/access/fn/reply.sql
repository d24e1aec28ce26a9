create function reply(session text, id bigint, answer text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who uuid;
begin
	select account into who from people.actor(reply.session);
	update question q set answer = reply.answer, answered = now(),
		answered_by = who
	from entry r
	where q.id = reply.id and q.answered is null
	and q.actor is distinct from who
	and r.id = q.entry and r.at = q.at and r.actor is distinct from who;
	return done_or_conflict(found);
end;
$$;
comment on function reply(text, bigint, text) is
	'Answers a question about a look; never by who looked or who asked it for somebody, and once.';
