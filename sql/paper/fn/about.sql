create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = paper, pg_temp
as $$
	select json_build_object('paper.entry', coalesce(json_agg(json_build_object(
		'form', e.form, 'received', e.received, 'number', e.number,
		'begun', e.begun, 'entered', e.entered) order by e.begun desc), '[]'))
	from entry e where e.account = about.account;
$$;
comment on function about(uuid, uuid) is 'Which papers somebody entered for the city.';
