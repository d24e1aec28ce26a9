create function hold_decide(session text, id bigint, besluit text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(hold_decide.session));
	q hold_request;
begin
	update hold_request r set decided = now(), decided_by = who,
		granted = hold_decide.besluit = 'ja'
	where r.id = hold_decide.id and r.decided is null and r.asked_by <> who
	and r.until > current_date and not exists (select from entry e
		where e.id = r.entry and e.at = r.entry_at and e.actor = who)
	and (hold_decide.besluit = 'nee'
		or not exists (select from question a where a.entry = r.entry))
	returning * into q;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	elsif q.granted then
		perform hold_put(session, q);
	end if;
	return '{}';
end;
$$;
comment on function hold_decide(text, bigint, text) is
	'Decides that a look is told later, or is not; never by who asked or who looked.';
