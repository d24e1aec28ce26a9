create function worst(sizes float8[], side float8) returns float8
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select greatest(side ^ 2 * max(s) / sum(s) ^ 2,
		sum(s) ^ 2 / (side ^ 2 * min(s)))
	from unnest(sizes) s;
$$;
comment on function worst(float8[], float8) is
	'The least square of a row of tiles: its ratio of long to short.';
