create or replace function belfort.rules_order_told(of_feature text,
	of_order bigint) returns json
language sql stable
security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('id', o.id, 'state', o.state, 'due', o.due,
		'version', o.version, 'fault', o.fault, 'done', o.ended)
	from belfort.rule_order o
	where o.id = of_order and o.feature = of_feature;
$$;
comment on function belfort.rules_order_told(text, bigint) is
	'What became of one order; null: there is none.';
