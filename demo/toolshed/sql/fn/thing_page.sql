create function thing_page(nr integer, lang text) returns json
language sql stable
security definer set search_path = toolshed, pg_temp
as $$
	select json_build_object('nr', id, 'name', name ->> lang,
		'about', about ->> lang, 'free', free_from(id) = current_date,
		'from', free_from(id), 'today', current_date,
		'last', current_date + 90,
		'has_taken', exists (select from reservation
			where thing = id and upper(during) > current_date),
		'taken', (select json_agg(json_build_object('from', lower(during),
				'until', last_day) order by during)
			from reservation
			where thing = id and upper(during) > current_date))
	from thing where id = nr;
$$;
comment on function thing_page(integer, text) is
	'A thing and the days on which it is reserved, by nobody knows whom.';
