create function rules_said(of_version integer, of_view text, lang text)
returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('nr', r.nr,
			'says', in_language(r.says, lang), 'because', r.because,
			'code', r.category, 'name', in_language(c.title, lang),
			'file', r.file, 'line', r.line)
		order by r.nr)
	from rule r join category c on c.version = r.version
		and c.code = r.category
	where r.version = of_version and r.view = of_view;
$$;
comment on function rules_said(integer, text, text) is
	'The rules of a view in words, in the order in which they decide.';
