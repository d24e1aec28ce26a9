create function in_force() returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select json_build_object('day', current_date, 'version', v.version,
		'files', coalesce((select json_object_agg(p.name,
				confirmed_until(p.name, p.sha256))
			from part p where p.version = v.version), '{}'))
	from (select belfort.benefits_rules_now() as version) v;
$$;
comment on function in_force() is
	'Which version is in force today, and until when each of its files is confirmed: asked for with each page.';
