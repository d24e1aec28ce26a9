create function arrived(id bigint) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
begin
	update appointment a set came = now()
	where a.id = arrived.id and a.came is null and a.cancelled is null;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function arrived(bigint) is 'Somebody came to their appointment.';
