create function in_force() returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select json_build_object('day', current_date, 'version', v.version,
		'files', coalesce((select json_object_agg(p.name,
				confirmed_until(p.name, p.sha256))
			from part p where p.version = v.version), '{}'),
		'stopped', coalesce((select json_agg(s.code order by s.code)
			from stop s where s.lifted is null), '[]'),
		'stops', (select count(*) + count(s.lifted) from stop s))
	from (select belfort.benefits_rules_now() as version) v;
$$;
comment on function in_force() is
	'Which version is in force today, until when each of its files is confirmed, and which rules are stopped: asked for with each page. STOPS is another number whenever a rule was stopped or went on.';
