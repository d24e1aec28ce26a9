create function book_note(session text) returns void
language sql
set search_path = counter, ext, pg_temp
as $$
	select access.note(book_note.session, 'counter.book', s.whose)
	from people.actor(book_note.session) w
	cross join people.acting_as(book_note.session) a
	cross join lateral (select distinct unnest(
		array[w.resident, a.on_behalf_of])) s(whose)
	where w.helper is not null;
$$;
comment on function book_note(text) is
	'Writes that who helps a resident made an appointment for them: everybody may see that page, so nothing else tells of it.';
