create function mandates_mine(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('name', w.name, 'own', a.mandate is null,
		'for_whom', (select json_agg(json_build_object('mandate', m.id,
				'called', resident_name(m.on_behalf), 'is_' || m.kind, true,
				'to', m.to_day, 'now', m.id is not distinct from a.mandate)
				order by m.id)
			from mandate m where m.actor = w.resident and mandate_holds(m)),
		'for_me', (select json_agg(json_build_object(
				'called', resident_name(m.actor), 'is_' || m.kind, true,
				'from', m.from_day, 'to', m.to_day) order by m.id)
			from mandate m where m.on_behalf = w.resident and mandate_holds(m)))
	from who(mandates_mine.session) w, acting_as(mandates_mine.session) a;
$$;
comment on function mandates_mine(text) is 'For whom somebody may act, and who for them.';
