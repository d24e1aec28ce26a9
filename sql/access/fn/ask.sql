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
	select r.at into seen from entry r
	where me is not null and r.id = ask.entry and (r.subject = me or (r.subject is null and r.kind <> 'staff'))
	and coalesce(r.held_until, r.at::date) <= current_date;
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
