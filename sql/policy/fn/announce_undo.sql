create function announce_undo(draft bigint) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	a announcement;
	who uuid;
	n integer := 0;
begin
	select * into strict a from announcement t
	where t.draft = announce_undo.draft for update;
	for who in update announced x set taken_back = now()
		where (x.draft, x.resident) in (select y.draft, y.resident
			from announced y where y.draft = a.draft
			and y.taken_back is null order by y.resident limit 500)
		returning x.resident
	loop
		perform announce_tell(a.draft, who, 'policy_stays', null);
		n := n + 1;
	end loop;
	update announcement t set looked = null where t.draft = a.draft;
	return json_build_object('told', n);
end;
$$;
comment on function announce_undo(bigint) is
	'Tells a share of who was told that rules change, that they do not; each once.';
