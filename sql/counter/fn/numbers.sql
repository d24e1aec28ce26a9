create function numbers(place text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('place', p.id, 'where', p.name,
		'address', p.address, 'open', o.rows is not null,
		'opens', opens(p.id), 'opens_at', to_char(opens(p.id), 'HH24:MI'),
		'rows', coalesce(o.rows, '[]'))
	from place p cross join lateral (
		select json_agg(json_build_object('id', v.id, 'letter', v.letter,
			'name', in_language(v.name, numbers.lang),
			'about', in_language(v.about, numbers.lang))
			order by v.position) as rows
		from service v join offered(p.id) f on f.service = v.id) o
	where p.id = numbers.place;
$$;
comment on function numbers(text, text) is 'For what somebody can take a number at a place.';
