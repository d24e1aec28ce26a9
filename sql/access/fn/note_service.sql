create function note_service(look text, resident uuid, rule text, version integer)
returns void
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	insert into entry (look, kind, subject, rule, version)
	select max(l.id), 'service', note_service.resident, note_service.rule,
		note_service.version
	from belfort.look l where l.name = note_service.look
	having max(l.id) is not null;
	if not found then
		raise exception 'no look is called %', note_service.look;
	end if;
end;
$$;
comment on function note_service(text, uuid, text, integer) is
	'Writes that another service was asked about a resident, for a rule in a version, in the transaction in which that is begun.';
