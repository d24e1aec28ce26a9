create function note(session text, look text, subject uuid,
	reason text default null, on_behalf uuid default null,
	page text default null) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	who record := people.looker(note.session);
	which integer := (select max(l.id) from belfort.look l where l.name = note.look);
	seen integer;
begin
	if who.account is null then
		raise exception 'sign_in' using errcode = 'BF000';
	elsif which is null then
		raise exception 'no look is called %', note.look
			using errcode = 'no_data_found';
	elsif note.page <> '' then
		seen := (select max(p.id) from belfort.page p where p.name = note.page);
	end if;
	insert into entry (look, kind, actor, subject, on_behalf, reason, page, service)
	values (which, 'staff', who.account, note.subject,
		coalesce(note.on_behalf, who.resident),
		coalesce(nullif(trim(note.reason), ''), who.reason), seen, who.service);
end;
$$;
comment on function note(text, text, uuid, text, uuid, text) is
	'Writes that the civil servant with that session looks at what is kept about SUBJECT, in the transaction of the look itself: no look without a record, no record without a look. Who helps a resident does it for them, on a PAGE as "GET /mijn".';
