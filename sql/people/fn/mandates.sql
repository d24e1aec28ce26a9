create function mandates(session text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	shown bigint[] := array(select id from mandate where ended is null
		and coalesce(to_day, current_date) >= current_date
		order by given desc limit 200);
begin
	perform access.note(mandates.session, 'people.mandate', o.resident)
	from (select m.actor from mandate m where m.id = any (shown)
		union select m.on_behalf from mandate m where m.id = any (shown)) o(resident);
	return (
		select json_build_object('mandates', json_agg(json_build_object(
			'nr', m.id, 'actor', resident_name(m.actor),
			'on_behalf', resident_name(m.on_behalf), 'is_' || m.kind, true,
			'from', m.from_day, 'to', m.to_day, 'proof', m.proof,
			'by', g.name) order by m.given desc))
		from mandate m left join account g on g.id = m.given_by
		where m.id = any (shown));
end;
$$;
comment on function mandates(text) is
	'Who may act for whom, the newest first; to see them is a look.';
