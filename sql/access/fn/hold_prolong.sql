create function hold_prolong(session text, id bigint, until date, why text)
returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	perform hold_fits(hold_prolong.until);
	insert into hold_request (entry, entry_at, until, ground, why, prolongs, asked_by)
	select q.entry, q.entry_at, hold_prolong.until, q.ground, hold_prolong.why,
		q.id, (select account from people.actor(hold_prolong.session))
	from hold_request q where q.id = hold_prolong.id and q.granted
	and q.prolongs is null and q.until > current_date
	and q.until < hold_prolong.until
	on conflict do nothing;
	return done_or_conflict(found);
end;
$$;
comment on function hold_prolong(text, bigint, date, text) is
	'Asks to hold a look back for longer, by the same article: once, before the first day is there.';
