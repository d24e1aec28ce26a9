create function accept(session text, source text, levering bigint) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
begin
	update delivery d set accepted_by = (select a.account
		from people.actor(accept.session) a)
	from source s
	where s.name = accept.source and d.id = accept.levering
	and d.source = s.id and d.state = 'broken' and d.accepted_by is null
	and d.faults -> 0 ->> 'code' = 'fell';
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	update source s set turn = s.turn + 1, next = now() where s.name = accept.source;
	perform pg_notify('belfort_jobs', 'facts');
	return '{}';
end;
$$;
comment on function accept(text, text, bigint) is
	'A civil servant says that a file is right, although it is much smaller than the one before: it is read again.';
