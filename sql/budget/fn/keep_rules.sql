create function keep_rules(v integer, document json) returns void
language sql set search_path = budget, ext, pg_temp
as $$
	insert into category (version, code, position, title, help)
	select v, c ->> 'code', nr, c -> 'title', c -> 'help'
	from json_array_elements(document -> 'categories')
		with ordinality l(c, nr);
	insert into rule (version, nr, view, category, file, line, because, says)
	select v, (r ->> 'nr')::integer, r ->> 'view', r ->> 'category',
		r ->> 'file', (r ->> 'line')::integer, r ->> 'because',
		r -> 'says'
	from json_array_elements(document -> 'rules') r;
$$;
comment on function keep_rules(integer, json) is
	'The categories and rules of a version.';
