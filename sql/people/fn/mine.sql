create function mine(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'level', w.level,
		'is_' || w.level, true, 'known', w.resident is not null,
		'unread', n.unread, 'has_unread', n.unread > 0)
	from who(mine.session) w, lateral (select count(*) as unread from message m
		where m.account = w.account and m.seen is null) n;
$$;
comment on function mine(text) is 'What a resident sees first.';
