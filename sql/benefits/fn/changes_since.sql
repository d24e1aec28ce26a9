create function changes_since(of_name text) returns json
language sql stable
set search_path = benefits, ext, pg_temp
as $$
	select json_agg(json_build_object('version', p.version,
		'lines', f.changed -> 'lines') order by p.version)
	from part p
	join lateral (select c as changed from jsonb_path_query(
			belfort.benefits_rules_version(p.version)::jsonb, '$.changed[*]') c
		where c ->> 'name' = of_name) f on true
	where p.name = of_name and p.version > coalesce((select max(q.version)
		from part q join confirmation c
			on c.name = q.name and c.sha256 = q.sha256
		where q.name = of_name), 0);
$$;
comment on function changes_since(text) is
	'What changed in a file since the text that was confirmed last, version by version.';
