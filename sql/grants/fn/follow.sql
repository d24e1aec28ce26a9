create function follow(version integer, stops bigint) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
begin
	perform benefits.in_force_kept(follow.version, follow.stops);
	perform facts.declare(array(select distinct unnest(r.reads)
		from benefits.rules_held(follow.version) r));
	return '{}';
end;
$$;
comment on function follow(integer, bigint) is
	'The facts of the rules in force are declared, and no other is given out. Also a fact that becomes known after its rule.';
