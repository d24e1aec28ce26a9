create function hold_ask(session text, entry bigint, until date, ground text,
	why text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(hold_ask.session));
begin
	perform hold_fits(hold_ask.until);
	insert into hold_request (entry, entry_at, until, ground, why, asked_by)
	select r.id, r.at, hold_ask.until, hold_ask.ground, hold_ask.why, who
	from entry r where r.id = hold_ask.entry and r.kind = 'staff'
	and r.subject is not null and r.at > now() - interval '31 days'
	and not exists (select from question q where q.entry = r.id)
	on conflict do nothing;
	if not found then
		raise exception 'hold_late' using errcode = 'BF000', column = 'entry';
	end if;
	return '{}';
end;
$$;
comment on function hold_ask(text, bigint, date, text, text) is
	'Asks to tell a resident later of a look; a colleague decides. Not of one that they asked about, nor twice.';
