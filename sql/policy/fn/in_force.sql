create function in_force() returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('day', current_date,
		'version', benefits.version_now(),
		'stops', (select json_build_object('rows', json_agg(s))
			from json_array_elements(benefits.stops() -> 'rows') s
			where (s ->> 'open')::boolean having count(*) > 0),
		'coming', told_rows('{waiting}'), 'offered', told_rows('{offered}'),
		'gone', (select json_build_object('rows', g)
			from benefits.rules_gone() g where g is not null));
$$;
comment on function in_force() is
	'For everybody: what comes in force, what waits for a second person, what is stopped, what is over. The rules in force are added by who has them loaded.';
