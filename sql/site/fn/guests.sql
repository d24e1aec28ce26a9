create function guests(lang text) returns json
language sql stable
security definer set search_path = site, pg_temp
as $$
	select json_build_object('has_guests', count(*) > 0,
		'guests', json_agg(json_build_object(
			'title', title ->> lang, 'summary', summary ->> lang,
			'mount', mount) order by title ->> lang))
	from belfort.feature where guest and mount like '/v/%';
$$;
comment on function guests(text) is 'Parts of the site that the city did not make.';
