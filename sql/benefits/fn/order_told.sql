create function order_told(id bigint) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select belfort.benefits_rules_order_told(order_told.id);
$$;
comment on function order_told(bigint) is
	'For the policy workshop: what became of one order; null: there is none.';
