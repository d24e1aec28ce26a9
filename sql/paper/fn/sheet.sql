create function sheet(code text, lang text) returns json
language sql stable
security definer set search_path = paper, pg_temp
as $$
	select json_build_object('code', f.code, 'seen', f.seen,
		'title', f.definition -> 'titles' ->> sheet.lang,
		'about', f.definition -> 'about' ->> sheet.lang,
		'purpose', f.definition -> 'purpose' ->> sheet.lang,
		'basis', f.definition -> 'basis' ->> sheet.lang,
		'signed', f.definition ->> 'rights' is not null,
		'fields', fields_said(f.definition, sheet.lang))
	from belfort.form f where f.code = sheet.code and f.gone is null;
$$;
comment on function sheet(text, text) is
	'What is printed on a form; null: it is none, or another version took its place.';
