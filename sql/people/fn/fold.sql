create function fold(name text) returns text
language sql stable
set search_path = people, ext, pg_temp
as $$
	select trim(regexp_replace(lower(unaccent(name)), '[^a-z0-9]+', ' ', 'g'));
$$;
comment on function fold(text) is
	'A name as it is compared: without accents, capitals and signs.';
