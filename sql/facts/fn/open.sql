create function open(lang text) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
		'title', s.title ->> open.lang, 'purpose', s.purpose ->> open.lang,
		'basis', s.basis ->> open.lang, 'retention', s.retention,
		'is_said', s.kind = 'said',
		'facts', (select json_agg(json_build_object('title', f.title ->> open.lang)
				order by f.title ->> open.lang)
			from offer o join fact f on f.number = o.fact
			where o.source = s.id)) order by s.title ->> open.lang), '[]'))
	from source s where s.ended is null;
$$;
comment on function open(text) is
	'For everybody: which databases are used, for what, by which law, and how long it is kept.';
