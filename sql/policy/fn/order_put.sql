create function order_put(feature text, document json) returns bigint
language sql
set search_path = policy, ext, pg_temp
as $$
	select case order_put.feature
		when 'benefits' then benefits.order_put(document)
		else budget.order_put(document) end;
$$;
comment on function order_put(text, json) is 'Orders a change of the rules of a feature; gives the number of the order.';
