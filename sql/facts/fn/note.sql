create function note(household text, day date, rule text, version integer) returns void
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	select access.note_rule('facts.rule', array_agg(m.resident), note.rule, note.version)
	from people.members(array[note.household], note.day) m;
$$;
comment on function note(text, date, text, integer) is
	'For who decides: that a rule read what of() gave, in the log of each member.';
