create function today(session text, plaats text, dag date, lang text)
returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	at_place place;
	at_day date := coalesce(dag, current_date);
begin
	select * into at_place from place l
	where l.id = plaats or plaats is null order by l.name limit 1;
	if not found then
		return null;
	end if;
	perform access.note(today.session, 'counter.today', r.resident)
	from (select distinct a.resident from appointment a
		where a.place = at_place.id and lower(a.during)::date = at_day
		and a.resident is not null) r;
	return json_build_object('day', at_day, 'place', at_place.id,
		'where', at_place.name,
		'places', (select json_agg(json_build_object('id', l.id,
			'name', l.name, 'chosen', l.id = at_place.id) order by l.name)
			from place l),
		'rows', coalesce((select json_agg(json_build_object('id', a.id,
			'time', to_char(lower(a.during), 'HH24:MI'),
			'service', in_language(v.name, today.lang), 'who', a.name,
			'home', a.home, 'lang', a.lang, 'came', a.came,
			'cancelled', a.cancelled, 'number', (
				select shown(t) from ticket t where t.appointment = a.id),
			'mine', a.staff = (
				select account from people.actor(today.session)))
			order by lower(a.during), a.id)
			from appointment a join service v on v.id = a.service
			where a.place = at_place.id
			and lower(a.during)::date = at_day), '[]'));
end;
$$;
comment on function today(text, text, date, text) is
	'Who comes on a day to a place, for who works there; each resident among them can see that it was looked at.';
