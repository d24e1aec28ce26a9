create function things(lang text) returns json
language sql stable
security definer set search_path = toolshed, pg_temp
as $$
	select json_build_object('rows', json_agg(json_build_object(
		'nr', t.id, 'name', name ->> lang, 'about', about ->> lang,
		'free', free_from(t.id) = current_date,
		'from', free_from(t.id)) order by name ->> lang))
	from thing t;
$$;
comment on function things(text) is 'All things, and from which day each is free.';
