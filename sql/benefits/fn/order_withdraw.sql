create function order_withdraw(id bigint) returns void
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
begin
	if not belfort.benefits_rules_order_withdraw(order_withdraw.id) then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
end;
$$;
comment on function order_withdraw(bigint) is
	'For the policy workshop: takes an order back, unless it is over.';
