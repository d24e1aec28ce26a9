create function neighbourhood_of(resident uuid) returns integer
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a.neighbourhood from address a
	where a.resident = neighbourhood_of.resident and a.until is null;
$$;
comment on function neighbourhood_of(uuid) is
	'The neighbourhood in which somebody lives; null: not known, or nowhere.';
