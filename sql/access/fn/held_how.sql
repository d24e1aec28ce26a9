create function held_how(until date, ground text) returns json
language sql immutable
set search_path = access, ext, pg_temp
as $$
	select case
		when until is null then null
		when ground ~ ' ' then json_build_object('until', until, 'words', ground)
		else json_build_object('until', until, 'is_' || ground, true) end;
$$;
comment on function held_how(date, text) is
	'Until when a look was held back, and by which part of the law, as a page shows it.';
