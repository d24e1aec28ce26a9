create function mandate_tell(resident uuid, kind text, data jsonb) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	select message_put((select a.id from account a
			where a.resident = mandate_tell.resident and a.closed is null),
		null, mandate_tell.kind,
		mandate_tell.data || jsonb_build_object('resident', mandate_tell.resident));
$$;
comment on function mandate_tell(uuid, text, jsonb) is
	'Tells a resident about a mandate, by letter when they have no account.';
