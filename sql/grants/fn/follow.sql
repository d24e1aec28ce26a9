create function follow(version integer) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
begin
	perform benefits.in_force_kept(follow.version);
	if exists (select from followed f where f.version = follow.version)
		or (select f.version from followed f for update) = follow.version then
		return '{}';
	end if;
	perform facts.declare(array(select distinct unnest(r.reads)
		from benefits.rules_held(follow.version) r));
	update followed f set version = follow.version;
	return '{}';
end;
$$;
comment on function follow(integer) is
	'The facts of the rules in force are declared, and no other is given out; once for each version.';
