create function since_base(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('version', version_now(d.feature),
		'names', string_agg(name, ', ' order by name))
	from force_files(d.feature) f full join base_files(d) b using (name)
	where f.text is distinct from b.text
	having count(*) > 0;
$$;
comment on function since_base(draft) is
	'In which files another text is in force than when a draft was begun, or than a writer said they looked at; null: in none.';
