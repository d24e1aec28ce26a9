create function note(session text, look text, subject uuid,
	reason text default null, on_behalf uuid default null) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who record;
	which integer;
begin
	select * into who from people.actor(note.session) where kind = 'staff';
	if not found then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	select id into strict which from belfort.look l
	where l.name = note.look order by id desc limit 1;
	insert into entry (look, kind, actor, subject, on_behalf, reason)
	values (which, 'staff', who.account, note.subject, note.on_behalf,
		nullif(trim(note.reason), ''));
end;
$$;
comment on function note(text, text, uuid, text, uuid) is
	'Writes that the civil servant with that session looks at what is kept about SUBJECT, in the transaction of the look itself: no look without a record, no record without a look.';
