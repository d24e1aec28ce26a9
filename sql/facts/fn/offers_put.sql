create function offers_put(sources jsonb) returns void
language sql
set search_path = facts, ext, pg_temp
as $$
	delete from offer o using source s
	where s.id = o.source and s.ended is null;
	insert into offer (source, fact, heading, words, absent_low, absent_high)
	select s.id, f.number, g.heading,
		coalesce((select jsonb_object_agg(w.key, place(f, w.value))
			from jsonb_each_text(g.words) w), '{}'),
		(place(f, g.absent) ->> 0)::integer, (place(f, g.absent) ->> 1)::integer
	from jsonb_array_elements(offers_put.sources) n
	join source s on s.name = n ->> 'name'
	cross join lateral jsonb_to_recordset(n -> 'facts')
		g(name text, heading text, words jsonb, absent text)
	join fact f on f.name = g.name;
	update fact f set combine = g.combine
	from jsonb_array_elements(offers_put.sources) n
	cross join lateral jsonb_to_recordset(n -> 'facts') g(name text, combine text)
	where g.name = f.name and g.combine is not null;
$$;
comment on function offers_put(jsonb) is 'Which facts the sources give that are declared now.';
