create function watch_end(session text, id bigint) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	w watch;
begin
	update watch o set ended = now(),
		ended_by = (select account from people.actor(watch_end.session))
	where o.id = watch_end.id and o.ended is null returning * into w;
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	perform note(watch_end.session, 'access.watch', o, w.reason)
	from (select w.resident where w.resident is not null
		union select l from people.lives(w.street, w.house) l) s(o);
	return '{}';
end;
$$;
comment on function watch_end(text, bigint) is
	'Looks at them are no longer shown to who audits; that is a look itself.';
