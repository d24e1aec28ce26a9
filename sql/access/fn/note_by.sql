create function note_by(look text, actor uuid, subject uuid, on_behalf uuid,
	reason text, page text, service text) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	which integer := (select max(l.id) from belfort.look l where l.name = note_by.look);
	seen integer;
begin
	if which is null then
		raise exception 'no look is called %', note_by.look
			using errcode = 'no_data_found';
	elsif note_by.page <> '' then
		seen := (select max(p.id) from belfort.page p where p.name = note_by.page);
	end if;
	insert into entry (look, kind, actor, subject, on_behalf, reason, page, service)
	values (which, 'staff', note_by.actor, note_by.subject, note_by.on_behalf,
		nullif(trim(note_by.reason), ''), seen, note_by.service);
end;
$$;
comment on function note_by(text, uuid, uuid, uuid, text, text, text) is
	'As note(), for who knows already which civil servant it is, for whom and why: a page of who is helped is that quick.';
