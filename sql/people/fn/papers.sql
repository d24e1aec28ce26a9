create function papers() returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	with paper_now as (
		select id, lang, kind, made, printed,
			resident_name(resident) as called, address_line(resident) as address
		from paper where printed is null or printed > now() - interval '30 days'
		order by printed is not null, id desc limit 200)
	select json_build_object(
		'has_new', exists (select from paper where printed is null),
		'has_old', exists (select from paper_now where printed is not null),
		'last', (select max(id) from paper where printed is null),
		'new', (select json_agg(json_build_object('nr', id, 'called', called,
			'address', address, 'made', made, 'is_' || kind, true) order by id)
			from paper_now where printed is null),
		'old', (select json_agg(json_build_object('nr', id, 'called', called,
			'address', address, 'printed', printed, 'is_' || kind, true) order by id desc)
			from paper_now where printed is not null));
$$;
comment on function papers() is 'Letters to print, and those that were printed lately.';
