create function mandates() returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('mandates', (select json_agg(json_build_object(
			'nr', m.id, 'actor', resident_name(m.actor),
			'on_behalf', resident_name(m.on_behalf), 'is_' || m.kind, true,
			'from', m.from_day, 'to', m.to_day, 'proof', m.proof,
			'by', g.name) order by m.given desc)
		from (select * from mandate where ended is null
			and coalesce(to_day, current_date) >= current_date
			order by given desc limit 200) m
		left join account g on g.id = m.given_by));
$$;
comment on function mandates() is 'Who may act for whom, the newest first.';
