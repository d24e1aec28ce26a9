create function slots(service text, plaats text, spreek text, week integer,
	lang text) returns json
language plpgsql stable
security definer set search_path = counter, ext, pg_temp
as $$
declare
	v service;
	monday date := date_trunc('week', current_date)::date
		+ 7 * coalesce(week, 0);
begin
	select * into v from service s where s.id = slots.service;
	if not found then
		return null;
	end if;
	return json_build_object('service', v.id,
		'name', in_language(v.name, lang), 'about', in_language(v.about, lang),
		'bring', in_language(v.bring, lang), 'minutes', v.minutes,
		'at_home', v.at_home, 'from', monday, 'until', monday + 6,
		'before', case when week > 0 then week - 1 end,
		'next', case when coalesce(week, 0) < 8 then coalesce(week, 0) + 1 end,
		'place', plaats, 'speak', spreek,
		'places', (select json_agg(json_build_object('id', p.id,
			'name', p.name, 'chosen', p.id = plaats) order by p.name)
			from place p),
		'days', coalesce((select json_agg(json_build_object('day', d.day,
			'places', d.places) order by d.day) from (
			select p.day, json_agg(json_build_object('id', p.place,
				'name', p.name, 'address', p.address,
				'times', p.times) order by p.name) as places
			from (
				select f.start::date as day, f.place, l.name, l.address,
					json_agg(distinct jsonb_build_object('at',
						to_char(f.start, 'YYYY-MM-DD"T"HH24:MI'),
						'time', to_char(f.start, 'HH24:MI'))) as times
				from free(v.id, plaats, spreek, monday, 7) f
				join place l on l.id = f.place
				group by 1, 2, 3, 4) p
			group by p.day) d), '[]'));
end;
$$;
comment on function slots(text, text, text, integer, text) is
	'One week of free times for a service, by day and place.';
