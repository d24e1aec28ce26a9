create function foreign_take() returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	s source;
	night timestamptz;
	all_of boolean;
	nr bigint;
begin
	for s in
		select o.* from source o where o.kind = 'postgres'
		and o.ended is null and o.next <= now() order by o.next
	loop
		perform pg_advisory_unlock_all();
		continue when not pg_try_advisory_lock('source'::regclass::integer, s.id);
		-- Each night, and where there was no other one, all of it.
		night := current_date + make_interval(hours =>
			least(coalesce((s.settings ->> 'hour')::integer, 3), 23));
		all_of := s.mark is null or s.whole is null
			or (s.whole < night and now() >= night);
		update source o set next = clock_timestamp() + pause(o.tries + 1)
		where o.id = s.id and o.next <= now();
		continue when not found;
		nr := (delivery_begin(s.name, s.settings ->> 'view', null) ->> 'delivery')::bigint;
		update delivery d set part = not all_of, accepted_by = (
			select b.accepted_by from delivery b
			where b.source = s.id and b.state <> 'reading'
			order by b.id desc limit 1)
		where d.id = nr;
		return json_build_object('source', s.name, 'delivery', nr::text,
			'settings', s.settings, 'after', case when not all_of
				then (s.mark::timestamptz - interval '10 minutes')::text end);
	end loop;
	return '{}';
end;
$$;
comment on function foreign_take() is
	'The view to read now, or {}: all of it once a night, else what changed since ten minutes before the last change that was seen, because a change can be kept later than another one with a later moment.';
