create or replace function belfort.rules_order_due(of_feature text) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('id', o.id, 'asked_name', o.asked_name,
		'second_by', o.second_by, 'second_name', o.second_name, 'reason', o.reason, 'until', o.until,
		'files', (select json_agg(json_build_object('name', f.name,
				'text', f.text, 'replaces', f.replaces,
				'saved_by', f.saved_by) order by f.name collate "C")
			from belfort.rule_order_file f where f.ordered = o.id))
	from belfort.rule_order o
	where o.feature = of_feature and o.state = 'waiting'
		and o.due <= current_date
	order by o.due, o.id limit 1;
$$;
comment on function belfort.rules_order_due(text) is
	'The order that is to be carried out next, or null.';
