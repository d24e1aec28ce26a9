create function datapackage() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object(
		'profile', 'fiscal-data-package', 'name', 'gent-meerjarenplan',
		'title', 'Investeringen van de stad Gent in meerjarenplannen',
		'countryCode', 'BE', 'regionCode', 'VLG', 'cityCode', city.nis,
		'granularity', 'aggregated',
		'fiscalPeriod', (select json_build_object(
			'start', min(year) || '-01-01', 'end', max(year) || '-12-31')
			from amount join node n on n.id = node
			where n.nis = city.nis
			and path in ('doelen', 'rekeningen', 'domeinen')),
		'sources', json_build_array(json_build_object('title',
			'Stad Gent, digitale rapportering BBC')),
		'resources', (select json_agg(resource(name, title, codes)
			order by name)
			from (values
			('acties', 'Doelstellingen, actieplannen en acties',
				array['doelstelling', 'actieplan', 'actie']),
			('beleidsvelden', 'Beleidsdomeinen en beleidsvelden',
				array['domein', 'subdomein', 'beleidsveld']),
			('rekeningen', 'Algemene rekeningen',
				array['groep', 'rekening'])) r (name, title, codes)))
	from city;
$$;
comment on function datapackage() is
	'Fiscal Data Package descriptor of the open data (Frictionless, v1).';
