create function impact(lang text) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object('day', (select max(i.day) from impact i),
		'rules', coalesce((select json_agg(json_build_object('code', a.rule,
			'title', coalesce(a.title ->> impact.lang, a.title ->> 'nl'),
			'granted', a.granted, 'entitled', a.entitled, 'days', a.days, 'has_days', a.days is not null,
			'share', round(a.granted::numeric / a.entitled, 2),
			'has_places', exists (select from impact p
				where p.rule = a.rule and p.entitled is not null and p.quarter > 0),
			'places', (select json_agg(json_build_object('name', p.place,
					'granted', p.granted, 'entitled', p.entitled,
					'days', p.days,
					'share', round(p.granted::numeric / p.entitled, 2),
					'bar', round(100.0 * p.granted / p.entitled)) order by p.place)
				from impact p where p.rule = a.rule and p.quarter > 0))
			order by a.entitled desc nulls last, a.rule)
		from impact a where a.quarter = 0), '[]'));
$$;
comment on function impact(text) is
	'For everybody: how many get each right, of those who have it, and how fast.';
