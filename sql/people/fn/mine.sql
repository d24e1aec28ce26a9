create function mine(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'level', w.level,
		'is_' || w.level, true, 'known', w.resident is not null)
	from who(mine.session) w;
$$;
comment on function mine(text) is 'What a resident sees first.';
