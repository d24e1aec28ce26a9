create or replace function belfort.rules_state(of_feature text, lang text)
returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('version', n.version, 'since', n.since,
		'by', n.by, 'reason', n.reason,
		'has_files', n.version is not null,
		'has_history', n.version is not null,
		'files', (select json_agg(json_build_object('name', f.name,
				'lines', (select json_agg(json_build_object(
						'nr', l.nr, 'text', l.text)
						order by l.nr)
					from regexp_split_to_table(
						rtrim(f.text, E'\n'), E'\r?\n')
						with ordinality l(text, nr)))
				order by f.name collate "C")
			from belfort.rule_file f
			where f.version = n.version and f.text is not null),
		'history', (select json_agg(json_build_object(
				'version', h.version, 'since', h.since,
				'until', h.until, 'by', h.by,
				'reason', h.reason, 'now', h.until is null)
				order by h.id desc)
			from (select * from belfort.rule_force
				where feature = of_feature
				order by id desc limit 50) h),
		'fault', (select json_build_object('file', x.fault -> 'file',
				'line', x.fault -> 'line',
				'text', x.fault -> 'text' ->> lang,
				'since', x.since)
			from belfort.rule_disk x
			where x.feature = of_feature and x.fault is not null))
	from (select) one left join belfort.rule_force n
		on n.feature = of_feature and n.until is null;
$$;
comment on function belfort.rules_state(text, text) is
	'The rules of a feature for everybody: in force, history, fault on disk.';
