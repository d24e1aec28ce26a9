create function state(session text) returns json
language sql stable
security definer set search_path = preview, pg_temp
as $$
	select json_build_object('snapshot', s.id, 'data_day', s.day,
		'made', s.made, 'version', s.version, 'homes', s.homes, 'persons', s.persons,
		'named', s.named, 'declared', named_now(), 'quarters', s.quarters, 'today', current_date,
		'version_now', benefits.version_now(), 'allowance', allowance(),
		'old', s.day < current_date, 'together', together(),
		'left', left_of(me.actor), 'asked', a.list,
		'has_asked', a.list is not null)
	from (select (select a.actor from people.acting_as(state.session) a)) me (actor)
		cross join lateral asked_of(me.actor) a (list) left join lateral
		(select * from snapshot order by id desc limit 1) s on true;
$$;
comment on function state(text) is
	'The newest snapshot, if there is any, what is left of the day''s allowance, and what was asked of it; background work asks without a session.';
