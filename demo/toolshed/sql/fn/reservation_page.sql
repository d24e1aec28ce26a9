create function reservation_page(code text, lang text) returns json
language sql stable
security definer set search_path = toolshed, pg_temp
as $$
	select json_build_object('code', r.code, 'nr', t.id,
		'name', t.name ->> lang, 'about', t.about ->> lang,
		'from', lower(during), 'until', last_day, 'who', who,
		'taken', l.taken, 'brought_back', l.brought_back,
		'can_take', l.taken is null and during @> current_date,
		'can_bring', l.taken is not null and l.brought_back is null,
		'can_cancel', l.taken is null and upper(during) > current_date,
		'late', l.taken is not null and l.brought_back is null
			and last_day < current_date)
	from reservation r join thing t on t.id = r.thing
	left join loan l on l.reservation = r.id
	where r.code = lower(reservation_page.code);
$$;
comment on function reservation_page(text, text) is
	'What whoever knows the code sees, and may do now.';
