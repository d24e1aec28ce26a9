create or replace function belfort.rules_order_withdraw(of_feature text,
	of_order bigint) returns boolean
language sql
security definer set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		update belfort.rule_order set state = 'withdrawn',
			ended = clock_timestamp()
		where id = of_order and feature = of_feature and state = 'waiting'
		returning id)
	select exists (select from gone);
$$;
comment on function belfort.rules_order_withdraw(text, bigint) is
	'Takes an order back; false: it was over already.';
