create function ask(session text, entry bigint, question text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	me uuid;
	who uuid;
	seen timestamptz;
begin
	select a.resident, coalesce(a.helper, a.account) into me, who
	from people.actor(ask.session) a;
	seen := seen_by(me, ask.entry);
	if seen is null then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	insert into question (entry, at, asker, actor, text)
	values (ask.entry, seen, me, who, coalesce(ask.question, ''))
	on conflict do nothing;
	return '{}';
end;
$$;
comment on function ask(text, bigint, text) is
	'A resident asks why somebody looked at their data; once for each look.';
