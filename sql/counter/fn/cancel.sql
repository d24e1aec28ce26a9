create function cancel(code text, lang text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
begin
	update appointment a set cancelled = now(), email = null
	where cancel.code in (a.code, a.link) and a.cancelled is null
	and lower(a.during) > now();
	return found_by(cancel.code, lang);
end;
$$;
comment on function cancel(text, text) is
	'Cancels an appointment by its code or its link, once; the time is free again.';
