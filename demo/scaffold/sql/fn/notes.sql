create function notes() returns json
language sql stable
security definer set search_path = example, pg_temp
as $$
	select json_build_object('has_rows', count(*) > 0, 'rows',
		json_agg(json_build_object('body', body, 'made', made)
			order by id desc))
	from (select * from note order by id desc limit 100) n;
$$;
comment on function notes() is 'The last hundred notes.';
