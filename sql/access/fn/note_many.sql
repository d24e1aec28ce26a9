create function note_many(look text, kind text, reason text) returns void
language sql
security definer set search_path = access, ext, pg_temp
as $$
	insert into entry (look, kind, reason)
	select id, note_many.kind, nullif(note_many.reason, '')
	from belfort.look l where l.name = note_many.look
	order by id desc limit 1;
$$;
comment on function note_many(text, text, text) is
	'Writes that a rule or a service looked at the data of all residents at once: one record, which everybody finds in their list.';
