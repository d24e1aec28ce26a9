create function known_rows(facts jsonb, lang text) returns json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select coalesce(json_agg(f || jsonb_build_object(
		'said_by', facts.called(f ->> 'source', lang),
		'who', people.called((f ->> 'resident')::uuid)) order by o), '[]')
	from jsonb_array_elements(known_rows.facts) with ordinality u(f, o);
$$;
comment on function known_rows(jsonb, text) is
	'Facts of a decision with what their source is called, and of whom they are.';
