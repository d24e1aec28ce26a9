create function resource(name text, title text, codes text[]) returns json
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select json_build_object('name', name, 'title', title,
		'path', 'open/' || name || '.csv', 'profile', 'tabular-data-resource',
		'encoding', 'utf-8', 'dialect', json_build_object('delimiter', ';'),
		'schema', json_build_object('fields', (
			select json_agg(f order by place) from (
			select 0 as place, json_build_object('name', 'plan',
				'type', 'integer', 'columnType',
				'phase:id') as f
			union all select 1, json_build_object('name', 'jaar',
				'type', 'integer', 'columnType', 'date:fiscal-year')
			union all select 2 * i, json_build_object(
				'name', code || '_code', 'type', 'string',
				'columnType', 'activity:generic:' || case i
					when 1 then 'program' when 2 then 'subprogram'
					else 'project' end || ':code')
			from unnest(codes) with ordinality c (code, i)
			union all select 2 * i + 1, json_build_object(
				'name', code, 'type', 'string',
				'columnType', 'activity:generic:' || case i
					when 1 then 'program' when 2 then 'subprogram'
					else 'project' end || ':label')
			from unnest(codes) with ordinality c (code, i)
			union all select 99, json_build_object('name', 'bedrag',
				'type', 'number', 'decimalChar', ',',
				'columnType', 'value')) g)));
$$;
comment on function resource(text, text, text[]) is
	'One file of the descriptor: its columns and what they mean.';
