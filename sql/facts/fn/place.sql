create function place(f fact, text text) returns jsonb
language sql immutable
set search_path = facts, ext, pg_temp
as $$
	select case when a.low between f.low and f.high
			and a.high between a.low and f.high
		then jsonb_build_array(a.low, a.high) end
	from (select place_one(f, split_part(place.text, '..', 1)) as low,
		place_one(f, case when place.text like '%..%'
			then split_part(place.text, '..', 2) else place.text end) as high) a;
$$;
comment on function place(fact, text) is
	'What a value, or two with ".." between, is as a number of a fact: [low, high]; null: it is none.';
