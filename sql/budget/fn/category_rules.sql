create function category_rules(of_version integer, of_view text,
	of_plan integer, of_year integer, of_code text, lang text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	select json_agg(json_build_object('nr', r.nr,
			'says', in_language(r.says, lang), 'because', r.because,
			'file', r.file, 'line', r.line,
			'lines', u.lines, 'cents', coalesce(u.cents, 0))
		order by r.nr)
	from rule r cross join lateral (
		select count(distinct l.node) as lines,
			sum(a.cents)::bigint as cents
		from allocation l join amount a on a.node = l.node
		where l.version = r.version and l.rule = r.nr
		and a.plan = of_plan
		and (of_year is null or a.year = of_year)) u
	where r.version = of_version and r.view = of_view
	and r.category = of_code;
$$;
comment on function category_rules(integer, text, integer, integer, text,
	text) is
	'The rules that fill a category, with what each put there.';
