create function rule_page(code text, versie integer) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('code', rule_page.code, 'version', h.version,
		'now', h.now, 'names', h.names,
		'texts', benefits.texts(h.version) -> 'files',
		'changes', rule_changes(s -> 'changes', h.names),
		'stops', (select json_build_object('rows', json_agg(x))
			from json_array_elements(benefits.stops() -> 'rows') x
			where x ->> 'code' = rule_page.code having count(*) > 0),
		'drafts', told_rows('{offered,waiting}', h.names))
	from benefits.rule_story(rule_page.code) s
	cross join lateral (select v.version, v.names,
			coalesce(v.version = benefits.version_now(), false) as now
		from json_to_recordset(s -> 'held') v(version integer, names json)
		where v.version = coalesce(rule_page.versie, v.version)
		order by 3 desc, v.version desc limit 1) h;
$$;
comment on function rule_page(text, integer) is
	'A rule about rights for everybody: its files as they are now, as they were last, or as VERSIE had them, with how they came to be. Null: there never was one.';
