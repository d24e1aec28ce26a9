create function desk(session text, lang text) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select json_build_object('version', n.version,
		'next_year', make_date(extract(year from current_date)::integer + 1, 1, 31),
		'fault', n.state -> 'fault',
		'rows', coalesce((select json_agg(json_build_object('name', p.name,
				'sha256', p.sha256,
				'by', (select name from people.account_named(x.saved_by)),
				'saved', x.saved, 'mine', x.saved_by = me.account,
				'nobody', x.saved_by is null,
				'may', x.saved_by <> me.account,
				'confirmed', (select json_agg(json_build_object(
						'by', (select name from people.account_named(c.confirmed_by)),
						'at', c.at, 'until', c.until) order by c.id desc)
					from confirmation c
					where c.name = p.name and c.sha256 = p.sha256),
				'holds', confirmed_until(p.name, p.sha256) >= current_date,
				'changes', s.changes,
				'lines', f.line -> 'lines')
			order by confirmed_until(p.name, p.sha256) nulls first, p.name)
			from part p
			join text x on x.name = p.name and x.sha256 = p.sha256
			left join lateral (select line from json_array_elements(
				n.state -> 'files') line where line ->> 'name' = p.name) f on true
			left join changes_since() s on s.name = p.name
			where p.version = n.version), '[]'))
	from (select s as state, (s ->> 'version')::integer as version
		from belfort.benefits_rules_state(desk.lang) s) n
	left join people.actor(desk.session) me on true;
$$;
comment on function desk(text, text) is
	'The files in force for who may confirm them: what changed, who saved it, who stands by it.';
