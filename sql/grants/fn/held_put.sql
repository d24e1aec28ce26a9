create function held_put(home jsonb) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	insert into held as h (household, from_day, stops)
	select home ->> 'household', (home ->> 'from')::date, (home ->> 'stops')::bigint
	where jsonb_array_length(home -> 'held') > 0
	on conflict (household) do update set stops = excluded.stops,
		from_day = least(h.from_day, excluded.from_day);
$$;
comment on function held_put(jsonb) is
	'A household of which something changed that a stopped rule reads waits for it.';
