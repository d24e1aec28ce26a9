create function forms(lang text) returns json
language sql stable
security definer set search_path = paper, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
		'code', f.code, 'title', f.definition -> 'titles' ->> forms.lang,
		'about', f.definition -> 'about' ->> forms.lang,
		'at', f.definition ->> 'page',
		'signed', f.definition ->> 'rights' is not null)
		order by f.definition -> 'titles' ->> forms.lang), '[]'))
	from belfort.form f join belfort.feature e on e.name = f.feature
	where f.gone is null;
$$;
comment on function forms(text) is 'The forms that can be had on paper, as they are now.';
