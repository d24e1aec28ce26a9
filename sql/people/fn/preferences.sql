create function preferences(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'known', w.resident is not null,
		'email', a.email, 'dead', d.email is not null,
		'is_' || a.lang, true, 'phone', p.phone,
		'by_letter', coalesce(p.by_letter, false))
	from who(preferences.session) w
	join account a on a.id = w.account
	left join preference p on p.account = w.account
	left join address_dead d on d.email = lower(a.email);
$$;
comment on function preferences(text) is 'How somebody wants to hear from the city.';
