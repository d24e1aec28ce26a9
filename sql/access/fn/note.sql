create function note(session text, look text, subject uuid,
	reason text default null, on_behalf uuid default null,
	page text default null) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who record;
	which integer;
begin
	select * into who from people.actor(note.session) a
	where a.kind = 'staff' or a.helper is not null;
	if not found then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	select id into strict which from belfort.look l
	where l.name = note.look order by id desc limit 1;
	insert into entry (look, kind, actor, subject, on_behalf, reason, page, service)
	values (which, 'staff', coalesce(who.helper, who.account), note.subject,
		coalesce(note.on_behalf, case when who.helper is not null then who.resident end),
		coalesce(nullif(trim(note.reason), ''), who.reason),
		(select max(p.id) from belfort.page p where p.name = note.page),
		who.service);
end;
$$;
comment on function note(text, text, uuid, text, uuid, text) is
	'Writes that the civil servant with that session looks at what is kept about SUBJECT, in the transaction of the look itself: no look without a record, no record without a look. Who helps a resident does it for them, on a PAGE as "GET /mijn".';
