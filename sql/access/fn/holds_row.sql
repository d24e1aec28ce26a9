create function holds_row(q hold_request, lang text, me uuid) returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		select json_build_object('id', q.id, 'at', r.at, 'until', q.until,
			'is_' || q.ground, true, 'why', q.why, 'asked', q.asked,
			'staff', (select name from people.account_named(r.actor)),
			'by', (select name from people.account_named(q.asked_by)),
			'decided_by', (select name from people.account_named(q.decided_by)),
			'label', l.label ->> lang, 'reason', r.reason,
			'longer', q.prolongs is not null,
			'may_decide', q.asked_by <> me and r.actor <> me,
			'may_prolong', q.prolongs is null and not exists (
				select from hold_request p where p.prolongs = q.id
				and p.granted is not false))
		from entry r join belfort.look l on l.id = r.look
		where r.id = q.entry and r.at = q.entry_at);
end;
$$;
comment on function holds_row(hold_request, text, uuid) is
	'A hold, asked or decided, as civil servants see it.';
