create function holds(session text, dag date, zaak text, lang text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	me uuid := (select account from people.actor(holds.session));
	looks json;
begin
	perform note(holds.session, 'access.holds', null);
	looks := holds_of(dag, coalesce(zaak, ''), lang);
	return json_build_object(
		'first', current_date + 1,
		'last', (current_date + interval '6 months')::date,
		'asked', dag is not null,
		'grounds', (select json_agg(json_build_object('key', g, 'is_' || g, true))
			from unnest(array['security', 'crime', 'inspection', 'protection']) g),
		'found', looks,
		'some', json_array_length(looks) > 0,
		'waiting', (select coalesce(json_agg(holds_row(q, lang, me)
				order by q.id), '[]')
			from hold_request q
			where q.decided is null and q.until > current_date),
		'held', (select coalesce(json_agg(holds_row(q, lang, me)
				order by q.until, q.id), '[]')
			from hold_request q where q.granted and q.until > current_date
			and not exists (select from hold_request p
				where p.prolongs = q.id and p.granted)));
end;
$$;
comment on function holds(text, date, text, text) is
	'Looks of that day of which residents may be told later, what colleagues ask, and what is held back now; without the residents.';
