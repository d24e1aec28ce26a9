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
	insert into source as s (name, kind, title, purpose, basis, freshness,
		retention, complete, settings)
	select n.name, n.kind, n.title, n.purpose, n.basis, n.freshness,
		n.retention, n.complete, n.settings
	from json_populate_recordset(null::source, sources) n
	on conflict (name) do update set title = excluded.title,
		purpose = excluded.purpose, basis = excluded.basis,
		freshness = excluded.freshness, retention = excluded.retention,
		complete = excluded.complete, settings = excluded.settings,
		kind = excluded.kind, ended = null, turn = s.turn + 1;
	perform offers_put(sources::jsonb);
	return json_build_object('sources',
		(select count(*) from source where ended is null));
end;
$$;
comment on function sources_put(json) is
	'The sources that are declared now, in the place of those of before; or what is wrong, and then nothing changed.';
