create function order_put(document json) returns bigint
language sql
security definer set search_path = budget, ext, pg_temp
as $$
	select belfort.budget_rules_order(document);
$$;
comment on function order_put(json) is
	'For the policy workshop: orders that changed files come in force from a day, as belfort.rules_order() takes them.';
