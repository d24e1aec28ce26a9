create function reference_shown(reference text) returns text
language sql immutable
set search_path = people, ext, pg_temp
as $$
	select left(reference, 5) || '-' || substr(reference, 6);
$$;
comment on function reference_shown(text) is 'The reference of a letter as it is printed.';
