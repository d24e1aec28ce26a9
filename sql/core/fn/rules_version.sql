create or replace function belfort.rules_version(of_feature text,
	of_version integer) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('version', v.id,
		'has_force', exists (select from belfort.rule_force h
			where h.version = v.id),
		'has_changed', exists (select from belfort.rule_file f
			where f.version = v.id
			and json_array_length(f.diff) > 0),
		'made_at', v.made_at,
		'by', v.made_by, 'reason', v.reason,
		'now', exists (select from belfort.rule_force h
			where h.version = v.id and h.until is null),
		'force', (select json_agg(json_build_object('since', h.since,
				'until', h.until, 'by', h.by,
				'reason', h.reason) order by h.id)
			from belfort.rule_force h where h.version = v.id),
		'changed', (select json_agg(json_build_object('name', f.name,
				'gone', f.text is null, 'lines', (
				select json_agg(json_build_object(
					'same', d ->> 'op' = ' ',
					'came', d ->> 'op' = '+',
					'went', d ->> 'op' = '-',
					'cut', d ->> 'op' = '@',
					'text', d ->> 'text'))
				from json_array_elements(f.diff) d))
				order by f.name collate "C")
			from belfort.rule_file f where f.version = v.id
			and json_array_length(f.diff) > 0))
	from belfort.rule_version v
	where v.feature = of_feature and v.id = of_version;
$$;
comment on function belfort.rules_version(text, integer) is
	'One version: who made it, what changed, when it was in force.';
