create function my_data_tables(rows jsonb, words jsonb, lang text) returns jsonb
language sql stable
set search_path = people, ext, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('table', t.key,
		'purpose', p.purpose ->> lang, 'basis', p.basis ->> lang, 'days', p.days,
		'years', case when p.days % 365 = 0 then p.days / 365 end,
		'rows', (select jsonb_agg(jsonb_build_object('cells',
				(select jsonb_agg(jsonb_build_object('column', c.key,
					'label', coalesce(
						words -> (split_part(t.key, '.', 2) || '.' || c.key) ->> lang,
						words -> c.key ->> lang, c.key),
					'value', c.value,
					'shown', coalesce(words -> (c.key || '=' || (c.value #>> '{}')) ->> lang,
						c.value #>> '{}')) order by c.key)
				from jsonb_each(r) c
				where c.value not in ('null', '""', '{}', 'false'))))
			from jsonb_array_elements(t.value) r))
		order by p.nr), '[]')
	from jsonb_each(rows) t
	cross join lateral (select * from belfort.personal q
		where q.relation = t.key and q.purpose is not null
		order by q.nr limit 1) p
	where t.value <> '[]';
$$;
comment on function my_data_tables(jsonb, jsonb, text) is
	'The rows of one feature about somebody, with the words for them and what the feature declares.';
