create function run_begin(version integer) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	here jsonb := benefits.in_force();
	one integer;
begin
	if (here ->> 'version')::integer is distinct from run_begin.version
		or benefits.halted(run_begin.version)
		or (select r.in_force from run r where r.ended is not null
			order by r.id desc limit 1) = here then
		return json_build_object('due', false);
	end if;
	perform follow(run_begin.version, (here ->> 'stops')::bigint);
	if not facts.whole()
		or not pg_try_advisory_xact_lock('run'::regclass::integer, 0) then
		return json_build_object('due', false);
	end if;
	insert into run (version, day, in_force, rules)
	values (run_begin.version, current_date, here, '[]') returning id into one;
	return json_build_object('due', true, 'run', one,
		'households', (select coalesce(max(nr), 0) from whole_known),
		'persons', (select coalesce(max(nr), 0) from whole_known_person));
end;
$$;
comment on function run_begin(integer) is
	'Begins a run over the whole city, once for each version, each day and each time that something was confirmed; of processes that try at once one does, and none before all packed facts are those of that day and version, nor by rules that failed.';
