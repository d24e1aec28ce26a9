create function slug(code text) returns text
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select coalesce(nullif(trim(both '-' from regexp_replace(
		lower(unaccent(code)), '[^a-z0-9]+', '-', 'g')), ''), 'zonder');
$$;
comment on function slug(text) is
	'A code as it stands in an address; some cities leave codes out.';
