create function help_note(session text, page text, wrote boolean) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	update helping h set seen = now() where h.session = help_note.session;
	perform access.note(help_note.session,
		case when wrote then 'people.help_do' else 'people.help_see' end,
		whose, page => help_note.page)
	from acting_as(help_note.session) a
	join account t on t.id = a.account
	cross join lateral (select distinct unnest(array[t.resident, a.on_behalf_of]))
		as s(whose);
end;
$$;
comment on function help_note(text, text, boolean) is
	'Writes that who helps sees a page of the resident, or writes on it; also for whom that resident acts by a mandate.';
