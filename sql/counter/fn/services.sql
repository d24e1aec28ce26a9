create function services(lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
		'id', id, 'name', in_language(name, lang),
		'about', in_language(about, lang), 'minutes', minutes,
		'at_home', at_home) order by position), '[]'))
	from service;
$$;
comment on function services(text) is 'What people can make an appointment for.';
