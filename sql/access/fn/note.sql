create function note(session text, look text, subject uuid,
	reason text default null, on_behalf uuid default null) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	who record := people.looker(note.session);
begin
	if who.account is null then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	perform note_by(note.look, who.account, note.subject,
		coalesce(note.on_behalf, who.resident),
		coalesce(nullif(trim(note.reason), ''), who.reason), null, who.service);
end;
$$;
comment on function note(text, text, uuid, text, uuid) is
	'Writes that the civil servant with that session looks at what is kept about SUBJECT, in the transaction of the look itself: no look without a record, no record without a look. Who helps a resident does it for them.';
