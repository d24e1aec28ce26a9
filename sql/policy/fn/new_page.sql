create function new_page(session text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object(
		'benefits', coalesce((select json_agg(json_build_object('name', f.name)
			order by f.name) from force_files('benefits') f), '[]'),
		'budget', coalesce((select json_agg(json_build_object('name', f.name)
			order by f.name) from force_files('budget') f), '[]'));
$$;
comment on function new_page(text) is 'The files in force, of which one can be changed.';
