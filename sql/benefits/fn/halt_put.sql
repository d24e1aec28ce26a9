create function halt_put(version integer, worked integer, why text) returns boolean
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
declare
	blamed text[];
begin
	perform stop_turn();
	if belfort.benefits_rules_now() is distinct from halt_put.version
		or halted(halt_put.version) then
		return false;
	end if;
	blamed := rules_blamed(halt_put.version, halt_put.worked);
	insert into stop (code, reason)
	select distinct r.code, left(halt_put.why, 2000) from rule r
	where r.version = halt_put.version
	and case blamed when '{}' then r.city else r.code = any (blamed) end
	on conflict do nothing;
	if blamed = '{}' then
		insert into halt (version, stops, why)
		values (halt_put.version, (in_force() ->> 'stops')::bigint, halt_put.why);
	end if;
	return true;
end;
$$;
comment on function halt_put(integer, integer, text) is
	'For features that decide: deciding by that version failed, and will again. What it has otherwise than WORKED, the last version that did not fail (null: none), is stopped, and the others are tried without it; where that is nothing, or fails too, all rights of the city are. Each waits until people let it go on; no version of before takes its place. False: it is not in force, or is known to fail.';
