create function foreign_failed(delivery bigint, fault json) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	of smallint := (select d.source from delivery d where d.id = foreign_failed.delivery);
begin
	perform delivery_broken(foreign_failed.delivery,
		jsonb_build_array(foreign_failed.fault::jsonb));
	perform foreign_rest(of);
	perform pg_advisory_unlock_all();
	return '{}';
end;
$$;
comment on function foreign_failed(bigint, json) is
	'A view could not be read, for this {"code", "text"}: nothing of it is taken over, and what was said before holds as long as it is fresh.';
