create function hold_put(session text, request hold_request) returns void
language plpgsql
set search_path = access, ext, pg_temp
as $$
declare
	of_entry entry;
	decision bigint;
begin
	select * into of_entry from entry e
	where e.id = request.entry and e.at = request.entry_at;
	insert into entry (look, kind, actor, subject, reason, held_until, held_ground)
	select l.id, 'staff', request.decided_by, of_entry.subject,
		format('%s-%s', to_char(request.asked, 'YYYY'), request.id),
		request.until, request.ground
	from belfort.look l where l.name = 'access.hold' order by l.id desc limit 1
	returning id into decision;
	insert into hold (entry, subject, until, ground, request)
	select e.id, of_entry.subject, request.until, request.ground, request.id
	from (select of_entry.id union select decision union
		select h.entry from hold h where h.request = request.prolongs) e(id);
end;
$$;
comment on function hold_put(text, hold_request) is
	'Holds a look back, as decided; that is a record of its own, held back as long. A longer one holds the first decision back too.';
