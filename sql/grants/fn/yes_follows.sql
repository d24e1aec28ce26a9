create function yes_follows(o jsonb, during daterange) returns boolean
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select g.id is null or (g.state = 'ending' and not by_a_person(g.id)
		and speaks_for(o ->> 'household', g))
	from (select (given_in(o, during)).*) g;
$$;
comment on function yes_follows(jsonb, daterange) is
	'Whether something follows from a right that this household or resident has in a time: it was not granted, also not where they lived before, or its end was announced.';
