create function watched(session text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	perform note(watched.session, 'access.audit', null);
	return json_build_object('rows', (
		select coalesce(json_agg(json_build_object('id', w.id,
			'reason', w.reason, 'added', w.added,
			'address', w.resident is null,
			'by', (select name from people.account_named(w.added_by)))
			order by w.id), '[]')
		from watch w where w.ended is null));
end;
$$;
comment on function watched(text) is
	'Whom others may be curious about, by number and reason; no names.';
