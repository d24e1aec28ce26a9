create function named_now() returns jsonb
language sql stable
set search_path = preview, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'name', n.name)
		order by n.number), '[]')
	from facts.named n where n.declared;
$$;
comment on function named_now() is 'Which number is which fact, of those that a rule in force reads.';
