create function note_many(look text, kind text, reason text,
	rule text default null, version integer default null) returns void
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	insert into entry (look, kind, reason, rule, version)
	select id, note_many.kind, nullif(note_many.reason, ''), note_many.rule,
		note_many.version
	from belfort.look l where l.name = note_many.look
	order by id desc limit 1;
	if not found then
		raise exception 'no look is called %', note_many.look;
	end if;
end;
$$;
comment on function note_many(text, text, text, text, integer) is
	'Writes that a rule, in a version, or a service looked at the data of all residents at once: one record for each run, which everybody who lives here then finds in their list.';
