create or replace function belfort.rules_orders(of_feature text) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(json_agg(json_build_object('id', o.id, 'state', o.state,
			'asked_name', o.asked_name, 'second_name', o.second_name, 'reason', o.reason,
			'due', o.due, 'until', o.until, 'made', o.made,
			'done', o.ended, 'version', o.version, 'fault', o.fault,
			'files', (select json_agg(json_build_object('name', f.name,
					'gone', f.text is null, 'replaces', f.replaces,
					'text', case when o.state = 'waiting' then f.text end)
					order by f.name collate "C")
				from belfort.rule_order_file f where f.ordered = o.id))
			order by o.state <> 'waiting', case when o.state = 'waiting'
				then o.due end, o.id desc), '[]')
	from belfort.rule_order o where o.feature = of_feature;
$$;
comment on function belfort.rules_orders(text) is
	'The orders for the rules of a feature: those that wait, the first day first, with their texts; then what became of others, the newest first.';
