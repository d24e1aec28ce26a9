create function order_withdraw(feature text, of_order bigint) returns void
language plpgsql
set search_path = policy, ext, pg_temp
as $$
begin
	if feature = 'benefits' then
		perform benefits.order_withdraw(of_order);
	else
		perform budget.order_withdraw(of_order);
	end if;
end;
$$;
comment on function order_withdraw(text, bigint) is 'Takes an order back that waits for its day.';
