create function snapshot_make() returns json
language plpgsql
security definer set search_path = preview, pg_temp
set work_mem = '64MB'
as $$
declare
	which integer;
begin
	if not pg_try_advisory_xact_lock(hashtext('preview.snapshot')) or not due()
		or benefits.version_now() is null then
		return json_build_object('made', false);
	end if;
	insert into snapshot (version, named, quarters)
	values (benefits.version_now(), named_now(),
		coalesce((select jsonb_agg(jsonb_build_object('number', q.number, 'name', q.name)
				order by q.number)
			from (select distinct number, name from people.quarters()) q), '[]'))
	returning id into which;
	perform snapshot_fill(which);
	delete from snapshot s where s.id < which;
	update snapshot s set homes = (select count(*) from home h where h.snapshot = which),
		persons = (select count(*) from person p where p.snapshot = which)
	where s.id = which;
	perform access.note_many('preview.columns', 'rule', null, null,
		benefits.version_now());
	return json_build_object('made', true, 'snapshot', which);
end;
$$;
comment on function snapshot_make() is
	'Copies what is known of the city, when that is due; the copy of before goes. Everybody who lives here finds in their list that it was done.';
