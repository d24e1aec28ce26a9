create function list(lang text) returns json
language sql stable
security definer set search_path = toolshed, pg_temp
as $$
	select json_build_object('today', current_date,
		'has_rows', count(*) > 0, 'rows', json_agg(json_build_object(
			'name', t.name ->> lang, 'who', who, 'from', lower(during),
			'until', last_day, 'out', l.taken is not null,
			'late', l.taken is not null and last_day < current_date)
			order by lower(during), t.name ->> lang))
	from reservation r join thing t on t.id = r.thing
	left join loan l on l.reservation = r.id
	where l.brought_back is null
	and (l.taken is not null or daterange(current_date, current_date + 7, '[]') && during);
$$;
comment on function list(text) is
	'What is out, and what goes out this week: the list that hangs in the shed.';
