create function shift_drop(session text, id bigint) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
begin
	delete from shift s where s.id = shift_drop.id
	and s.staff = (select account from people.actor(shift_drop.session))
	and not exists (select from appointment a where a.staff = s.staff
		and a.cancelled is null and a.during && s.during
		and a.ends > now());
	if not found then
		raise exception 'still_booked' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function shift_drop(text, bigint) is
	'A civil servant takes back when they are where, as long as nobody comes.';
