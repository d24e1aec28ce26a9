create function in_force(voor integer) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('day', current_date,
		'version', benefits.version_now(),
		'stops', (select json_build_object('rows', json_agg(s))
			from json_array_elements(benefits.stops() -> 'rows') s
			where (s ->> 'open')::boolean having count(*) > 0),
		'coming', told_rows('{waiting}'), 'offered', told_rows('{offered}'),
		'gone', benefits.rules_gone(voor));
$$;
comment on function in_force(integer) is
	'For everybody: what comes in force, what waits for a second person, what is stopped, what is over (of what is gone the newest, or what went before version VOOR). The rules in force are added by who has them loaded.';
