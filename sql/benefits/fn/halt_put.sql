create function halt_put(version integer, why text) returns boolean
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
begin
	perform stop_turn();
	if belfort.benefits_rules_now() is distinct from halt_put.version
		or halted(halt_put.version) then
		return false;
	end if;
	insert into stop (code, reason)
	select distinct r.code, left(halt_put.why, 2000) from rule r
	where r.version = halt_put.version and r.city
	on conflict do nothing;
	insert into halt (version, stops, why)
	values (halt_put.version, (in_force() ->> 'stops')::bigint, halt_put.why);
	return true;
end;
$$;
comment on function halt_put(integer, text) is
	'For features that decide: deciding by that version failed, and will again. The rights of the city are stopped until people let them go on; no version of before takes its place. False: it is not in force, or is known to fail.';
