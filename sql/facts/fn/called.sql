create function called(names text, lang text) returns text
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select coalesce(string_agg(coalesce(s.title ->> called.lang,
		s.title ->> 'nl', n), ', ' order by o), called.names)
	from unnest(string_to_array(called.names, ' ')) with ordinality u(n, o)
	left join source s on s.name = n;
$$;
comment on function called(text, text) is
	'For other features: what sources are called, of which facts.of() gave the names.';
