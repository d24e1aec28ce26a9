create function arrived(id bigint, code text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	a appointment;
begin
	update appointment t set came = now()
	where t.id = arrived.id and t.came is null and t.cancelled is null
	returning * into a;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	if a.home is null and lower(a.during)::date = current_date then
		perform ticket_put(arrived.code, a.place, a.service, a.lang,
			false, false, a.id, lower(a.during));
	end if;
	return '{}';
end;
$$;
comment on function arrived(bigint, text) is
	'Somebody came to their appointment; who comes today to the place gets a number.';
