create function stop_page(session text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	with stop as (
		select s, nr, (s ->> 'open')::boolean as open
		from json_array_elements(benefits.stops() -> 'rows')
			with ordinality x(s, nr)
	), rule as (
		select r.code, r.title, r.city and r.granting = 'automatic' as gives
		from benefits.rules_held(benefits.version_now()) r
		where not exists (select from stop
			where open and s ->> 'code' = r.code)
	)
	select json_build_object(
		'open', (select json_build_object('rows', json_agg(s))
			from stop where open having count(*) > 0),
		'gives', (select json_build_object('rows', json_agg(r order by r.code))
			from rule r where r.gives having count(*) > 0),
		'others', (select json_build_object('rows', json_agg(r order by r.code))
			from rule r where not r.gives having count(*) > 0),
		'over', (select json_build_object('rows', json_agg(s order by nr))
			from (select s, nr from stop where not open
				order by nr limit 20) last having count(*) > 0))
	where who(stop_page.session) is not null;
$$;
comment on function stop_page(text) is
	'What can be stopped, what is, and the last twenty that were.';
