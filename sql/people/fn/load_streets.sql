create function load_streets() returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	delete from street;
	delete from neighbourhood;
	insert into neighbourhood (number, name)
	select distinct neighbourhood, neighbourhood_name from staging_streets;
	insert into street (name, postal, side, low, high, neighbourhood)
	select s.name, postal, side.nr, low, high, neighbourhood
	from staging_streets s
	join (values ('even', 0), ('oneven', 1), ('alle', 0), ('alle', 1))
		side (word, nr) on side.word = s.side;
	analyze street;
	update address a
	set neighbourhood = place(a.street, a.postal, a.nr)
	where a.until is null and a.neighbourhood
		is distinct from place(a.street, a.postal, a.nr);
	get diagnostics n = row_count;
	return json_build_object('placed', n, 'without_neighbourhood',
		(select count(*) from address
			where until is null and neighbourhood is null));
end;
$$;
comment on function load_streets() is
	'Takes a list of streets over, and finds the neighbourhood of each address anew.';
