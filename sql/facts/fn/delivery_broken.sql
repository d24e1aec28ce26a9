create function delivery_broken(delivery bigint, faults jsonb) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	d delivery;
begin
	update delivery o set state = 'broken', ended = now(),
		faults = delivery_broken.faults
	where o.id = delivery_broken.delivery and o.state = 'reading'
	returning o.* into d;
	delete from staging t where t.delivery = d.id;
	update source s set fault = delivery_broken.faults -> 0
			|| jsonb_build_object('file', d.file),
		fault_since = coalesce(s.fault_since, now()), tries = s.tries + 1
	where s.id = d.source;
	return json_build_object('result', 'broken', 'faults', d.faults);
end;
$$;
comment on function delivery_broken(bigint, jsonb) is
	'Nothing of a delivery is taken over, for these reasons; its source is broken since the first of them.';
