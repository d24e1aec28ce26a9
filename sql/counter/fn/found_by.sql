create function found_by(code text, lang text) returns json
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select json_build_object('booked', true,
		'name', in_language(v.name, found_by.lang),
		'bring', in_language(v.bring, found_by.lang),
		'minutes', v.minutes, 'at', lower(a.during),
		'time', to_char(lower(a.during), 'HH24:MI'), 'where', p.name,
		'address', p.address, 'home', a.home, 'who', a.name,
		'cancelled', a.cancelled, 'past', a.ends < now(),
		'may_cancel', a.cancelled is null and lower(a.during) > now())
	from appointment a join service v on v.id = a.service
	join place p on p.id = a.place
	where found_by.code in (a.code, a.link);
$$;
comment on function found_by(text, text) is 'An appointment, for who has its code or the link of its reminder.';
