create function mine(session text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('rows', coalesce((select json_agg(json_build_object(
		'id', a.id, 'name', in_language(v.name, mine.lang),
		'bring', in_language(v.bring, mine.lang), 'minutes', v.minutes,
		'at', lower(a.during), 'time', to_char(lower(a.during), 'HH24:MI'),
		'where', p.name, 'address', p.address, 'home', a.home,
		'cancelled', a.cancelled,
		'may_cancel', a.cancelled is null and lower(a.during) > now())
		order by a.ends < now(), lower(a.during))
		from people.acting_as(mine.session) w
		join appointment a on a.resident = w.on_behalf_of
			or (a.account = w.account and w.mandate is null)
		join service v on v.id = a.service
		join place p on p.id = a.place), '[]'));
$$;
comment on function mine(text, text) is
	'The appointments of who is signed in, or of whom they act for.';
