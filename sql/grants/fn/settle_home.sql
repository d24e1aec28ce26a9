create function settle_home(home jsonb, of_version integer) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	of_home text := home ->> 'household';
	base jsonb := jsonb_build_object('household', of_home, 'version', of_version,
		'whom', addressee(of_home, null));
	o jsonb;
begin
	perform gone_end(of_home);
	perform home_end(of_home);
	for o in select x from jsonb_array_elements(home -> 'outcomes') x
		-- Of nobody nothing is true today.
		where base ->> 'whom' is not null or (x ->> 'day')::date < current_date
	loop
		perform outcome_take(o || base);
	end loop;
	perform held_put(home);
	perform invite(home);
	perform facts.note(of_home, current_date, r, of_version)
	from jsonb_array_elements_text(home -> 'ran') r;
	insert into looked as l (household, rule, mark)
	select of_home, m.key, m.value from jsonb_each_text(home -> 'marks') m
	on conflict (household, rule) do update
		set mark = excluded.mark, at = now();
end;
$$;
comment on function settle_home(jsonb, integer) is
	'What follows for one household from what its rules gave, in the order of days; and which rules read its facts.';
