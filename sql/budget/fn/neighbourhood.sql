create function neighbourhood(number integer) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select json_build_object('number', b.number, 'name', b.name,
		'words', string_to_array(b.words, '|'),
		'cents', (select coalesce(sum(cents), 0) from mention m
			join amount a using (node) where m.number = b.number),
		'has_rows', exists (select from mention m
			where m.number = b.number),
		'rows', (select json_agg(json_build_object('path', path,
				'name', n.name, 'official', official,
				'cents', cents) order by cents desc, path)
			from (select n.*, sum(cents)::bigint as cents
				from mention m join node n on n.id = m.node
				join amount a on a.node = n.id
				where m.number = b.number group by n.id) n))
	from neighbourhood b where b.number = neighbourhood.number;
$$;
comment on function neighbourhood(integer) is
	'The actions that name one neighbourhood.';
