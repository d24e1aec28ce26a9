create function mark() returns text
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select md5(concat_ws(' ', current_date,
		(select string_agg(concat_ws(',', s.id, s.kind, s.complete), ' ' order by s.id)
			from source s where usable(s, current_date)),
		(select string_agg(o::text, ' ' order by o.source, o.fact) from offer o),
		(select string_agg(concat_ws(',', f.number, f.person, f.low, f.high,
				f.combine), ' ' order by f.number)
			from fact f where f.declared and f.known)));
$$;
comment on function mark() is
	'What the facts of everybody depend on, beside what is said of each: the day, the sources that say something, and the facts that rules declare. When it is another one, all packed facts are to be renewed.';
