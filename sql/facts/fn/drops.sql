create function drops() returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object('sources', coalesce(json_agg(json_build_object(
		'name', s.name, 'complete', s.complete, 'settings', s.settings,
		'turn', s.turn) order by s.id), '[]'))
	from source s where s.kind = 'file' and s.ended is null;
$$;
comment on function drops() is 'Where to look for files.';
