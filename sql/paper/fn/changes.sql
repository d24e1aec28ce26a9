create function changes(old jsonb, new jsonb, lang text) returns jsonb
language sql immutable
set search_path = paper, pg_temp
as $$
	select jsonb_agg(c.change order by c.nr)
	from (select coalesce(n.nr, 1000 + o.nr) as nr,
			field_change(o.f, n.f, changes.lang) as change
		from jsonb_array_elements(old -> 'fields') with ordinality o (f, nr)
		full join jsonb_array_elements(new -> 'fields') with ordinality n (f, nr)
		on n.f ->> 'name' = o.f ->> 'name') c
	where c.change - 'label' <> '{}';
$$;
comment on function changes(jsonb, jsonb, text) is
	'What differs between two versions of a form, field by field; null: nothing.';
