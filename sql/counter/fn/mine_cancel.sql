create function mine_cancel(session text, id bigint) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
begin
	update appointment a set cancelled = now(), email = null
	from people.acting_as(mine_cancel.session) w
	where a.id = mine_cancel.id and a.cancelled is null
	and lower(a.during) > now() and (a.resident = w.on_behalf_of
		or (a.account = w.account and w.mandate is null));
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function mine_cancel(text, bigint) is
	'Who is signed in cancels an appointment of theirs.';
