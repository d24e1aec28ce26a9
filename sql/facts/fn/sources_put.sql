create function sources_put(sources json) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	wrong json := sources_fault(sources::jsonb);
begin
	if wrong is not null then
		return json_build_object('fault', wrong);
	end if;
	update source s set ended = now() where s.ended is null and s.kind <> 'said' and not exists (
		select from json_array_elements(sources) n where n ->> 'name' = s.name);
	update source s set title = n.title, purpose = n.purpose, basis = n.basis,
		freshness = n.freshness, retention = n.retention, complete = n.complete,
		settings = n.settings, kind = n.kind, ended = null, turn = s.turn + 1
	from json_populate_recordset(null::source, sources) n where n.name = s.name;
	-- Who tries to insert what is there takes a number all the same: they run out.
	insert into source (name, kind, title, purpose, basis, freshness,
		retention, complete, settings)
	select n.name, n.kind, n.title, n.purpose, n.basis, n.freshness,
		n.retention, n.complete, n.settings
	from json_populate_recordset(null::source, sources) n
	where not exists (select from source s where s.name = n.name)
	on conflict (name) do nothing;
	perform offers_put(sources::jsonb);
	return json_build_object('sources',
		(select count(*) from source where ended is null));
end;
$$;
comment on function sources_put(json) is
	'The sources that are declared now, in the place of those of before; or what is wrong, and then nothing changed.';
