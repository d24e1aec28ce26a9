create function fields_said(definition jsonb, lang text) returns json
language sql immutable
set search_path = paper, pg_temp
as $$
	select coalesce(json_agg(json_build_object('name', f ->> 'name',
		'type', f ->> 'type', 'required', (f ->> 'required')::boolean,
		'min', f -> 'min', 'max', f -> 'max',
		'label', f -> 'labels' ->> fields_said.lang,
		'hint', f -> 'hints' ->> fields_said.lang,
		'choices', (select json_agg(c -> 'words' ->> fields_said.lang)
			from jsonb_array_elements(f -> 'choices') c)) order by nr), '[]')
	from jsonb_array_elements(definition -> 'fields') with ordinality x (f, nr);
$$;
comment on function fields_said(jsonb, text) is
	'What a form asks, in the words of one language.';
