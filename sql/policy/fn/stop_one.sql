create function stop_one(session text, code text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('code', r.code, 'title', r.title,
		'gives', r.city and r.granting = 'automatic',
		'now', grants.rules_now(array[r.code]) -> 0,
		'stop', (select s from json_array_elements(benefits.stops() -> 'rows') s
			where s ->> 'code' = r.code and (s ->> 'open')::boolean))
	from benefits.rules_held(benefits.version_now()) r
	where r.code = stop_one.code and who(stop_one.session) is not null;
$$;
comment on function stop_one(text, text) is
	'One rule for who stops it or lets it go on. Null: it is not in force.';
