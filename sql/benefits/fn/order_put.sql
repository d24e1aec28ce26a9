create function order_put(document json) returns bigint
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
begin
	if (document ->> 'until')::date > current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000', column = 'tot';
	end if;
	return belfort.benefits_rules_order(document);
end;
$$;
comment on function order_put(json) is
	'For the policy workshop: orders that changed files come in force from a day, as belfort.rules_order() takes them. "until": the second person confirms their figures until that day.';
