create function place(f fact, text text) returns jsonb
language plpgsql immutable
set search_path = facts, ext, pg_temp
as $$
declare
	least integer := place_one(f, split_part(place.text, '..', 1));
	most integer := case when place.text like '%..%'
		then place_one(f, split_part(place.text, '..', 2)) else least end;
begin
	return case when least between f.low and f.high and most between least and f.high
		then jsonb_build_array(least, most) end;
end;
$$;
comment on function place(fact, text) is
	'What a value, or two with ".." between, is as a number of a fact: [low, high]; null: it is none. As place_one(), it is planned once and not for each row.';
