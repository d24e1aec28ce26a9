create function new_day() returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	richer text[];
begin
	update refreshed set day = current_date where day < current_date;
	if not found then
		return json_build_object('day', current_date);
	end if;
	richer := refresh(null);
	perform pending_put(richer, current_date);
	return json_build_object('day', current_date, 'households', cardinality(richer));
end;
$$;
comment on function new_day() is
	'Once a day: birthdays, values that begin or end, sources that became too old.';
