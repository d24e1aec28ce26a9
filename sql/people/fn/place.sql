create function place(street text, postal text, nr integer) returns integer
language sql stable
set search_path = people, ext, pg_temp
as $$
	select s.neighbourhood from street s
	where s.name = place.street and s.postal = place.postal
	and s.side = nr % 2 and nr between s.low and s.high;
$$;
comment on function place(text, text, integer) is
	'In which neighbourhood a house is, by its number; null: it is not in the list of streets.';
