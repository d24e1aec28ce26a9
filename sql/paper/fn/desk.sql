create function desk(session text, lang text) returns json
language sql stable
security definer set search_path = paper, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
		'code', t.form, 'number', t.number, 'received', t.received,
		'entered', t.entered, 'begun', t.begun, 'title',
		f.definition -> 'titles' ->> desk.lang) order by t.begun desc), '[]'))
	from (select e.* from entry e
		where e.account = (select account from people.actor(desk.session))
		order by e.begun desc limit 20) t
	join belfort.form f on f.code = t.form;
$$;
comment on function desk(text, text) is 'What somebody entered from paper lately.';
