create function announce_some(draft bigint) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	a announcement;
	h record;
	n integer := 0;
begin
	select * into strict a from announcement t
	where t.draft = announce_some.draft for update;
	for h in select r.resident, r.codes from grants.holders(a.codes) r
		where not exists (select from announced x where x.draft = a.draft
			and x.resident = r.resident and x.taken_back is null)
		order by r.resident limit 500
	loop
		insert into announced (draft, resident) values (a.draft, h.resident)
		on conflict on constraint announced_pkey do update
			set at = now(), taken_back = null;
		perform announce_tell(a.draft, h.resident, 'policy_change',
			rights_named(h.codes));
		n := n + 1;
	end loop;
	if n < 500 then
		update announcement t set looked = current_date where t.draft = a.draft;
	end if;
	return json_build_object('told', n);
end;
$$;
comment on function announce_some(bigint) is
	'Tells a share of who has something by the rules of a draft that they change; each once.';
