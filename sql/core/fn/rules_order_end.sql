create or replace function belfort.rules_order_end(of_feature text,
	of_order bigint, to_state text, of_version integer, of_fault json)
returns void
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update belfort.rule_order set state = to_state, version = of_version,
		fault = of_fault, ended = clock_timestamp()
	where id = of_order and feature = of_feature and state = 'waiting';
	if not found then
		raise exception 'order % waits no more', of_order
			using errcode = 'serialization_failure';
	end if;
end;
$$;
comment on function belfort.rules_order_end(text, bigint, text, integer, json) is
	'An order is carried out, in the transaction that does it, or cannot be. Who took it back meanwhile was first: then nothing of the transaction is kept.';
