create function field_change(old jsonb, new jsonb, lang text) returns jsonb
language sql immutable
set search_path = paper, pg_temp
as $$
	with choice as (
		select c ->> 'value' as value, c -> 'words' ->> lang as word, true as was
		from jsonb_array_elements(old -> 'choices') c
		union all
		select c ->> 'value', c -> 'words' ->> lang, false
		from jsonb_array_elements(new -> 'choices') c
	), only_one as (
		select min(word) as word, bool_and(was) as gone from choice
		group by value having count(*) = 1
	)
	select jsonb_strip_nulls(jsonb_build_object(
		'label', coalesce(new, old) -> 'labels' ->> lang,
		'added', nullif(old is null, false),
		'gone', nullif(new is null, false),
		'needed', nullif(new ->> 'required' = 'true'
			and coalesce(old ->> 'required', 'false') = 'false', false),
		'other', nullif(old ->> 'type' <> new ->> 'type', false),
		'range', case when (old ->> 'min', old ->> 'max') <> (new ->> 'min', new ->> 'max')
			then jsonb_build_object('min', new -> 'min', 'max', new -> 'max',
				'signs', nullif(new ->> 'type' = 'text', false)) end,
		'choices_gone', (select jsonb_agg(word order by word) from only_one
			where gone and old is not null and new is not null),
		'choices_added', (select jsonb_agg(word order by word) from only_one
			where not gone and old is not null and new is not null)));
$$;
comment on function field_change(jsonb, jsonb, text) is
	'How one field of a form differs from that of another version; only its label: not at all.';
