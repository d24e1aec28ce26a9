create function desk(lang text) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object(
		'rows', coalesce((
			select json_agg(source_row(s, desk.lang) order by array_position(
				array['broken', 'late', 'new', 'good'], t.state),
				s.title ->> desk.lang)
			from source s cross join lateral state(s) t
			where s.ended is null), '[]'),
		'fault', (select fault_said(d.fault)
			|| jsonb_build_object('since', d.since)
			from declared d where d.fault is not null),
		'changed', (select string_agg(f.name, ', ' order by f.name)
			from fact f where not f.known
			and f.number in (select fact from offer)),
		'disputes', (select count(*) from dispute where answered is null));
$$;
comment on function desk(text) is
	'The sources: what is broken, what is late, and since when; what is wrong in what is declared.';
