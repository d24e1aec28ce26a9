create function desk(lang text) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object('rows', coalesce((
		select json_agg(json_build_object('name', s.name,
			'title', s.title ->> desk.lang, 'good', s.good))
		from source s where s.ended is null), '[]'));
$$;
comment on function desk(text) is 'The sources, and how they are.';
