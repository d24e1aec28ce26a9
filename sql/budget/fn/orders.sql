create function orders() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select belfort.budget_rules_orders();
$$;
comment on function orders() is
	'For the policy workshop: what comes in force, and what became of orders.';
