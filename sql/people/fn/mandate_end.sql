create function mandate_end(session text, nr bigint) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	m mandate;
begin
	update mandate t set ended = now(), ended_by = w.account
	from who(mandate_end.session) w
	where t.id = nr and t.ended is null
	returning t.* into m;
	if not found then
		return null;
	end if;
	delete from acting a where a.mandate = m.id;
	perform mandate_tell(m.on_behalf, 'mandate_ended',
		jsonb_build_object('name', resident_name(m.actor)));
	return '{}';
end;
$$;
comment on function mandate_end(text, bigint) is
	'A mandate ends now, also where somebody acts by it at this moment.';
