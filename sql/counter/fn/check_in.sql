create function check_in(place text, afspraak text, code text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	a appointment;
begin
	update appointment t set came = coalesce(t.came, now())
	where t.code = afspraak and t.place = check_in.place
	and t.cancelled is null and t.home is null
	and lower(t.during)::date = current_date
	returning * into a;
	if not found then
		raise exception 'not_today' using errcode = 'BF000', column = 'afspraak';
	end if;
	perform ticket_put(check_in.code, a.place, a.service, a.lang, false,
		false, a.id, lower(a.during));
	return '{}';
exception when unique_violation then
	raise exception 'numbered' using errcode = 'BF000', column = 'afspraak';
end;
$$;
comment on function check_in(text, text, text) is
	'Who comes for an appointment of today says so with its code, and gets a number that is called at its time.';
