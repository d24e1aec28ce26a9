create function entitled() returns table (rule text, household text, subject uuid)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	with yes as (
		select r.code, o.person, o.block * 256 + i as nr
		from rules_given() r
		join outcome o on o.run = r.run and o.person = r.person
		cross join generate_series(0, 255) i
		where get_byte(o.data, r.at + i) = 1
	)
	select y.code, k.household, null::uuid
	from yes y join facts.known k on k.nr = y.nr where not y.person
	union all
	select y.code, p.household, p.resident
	from yes y join facts.known_person p on p.nr = y.nr where y.person;
$$;
comment on function entitled() is
	'Who has a right to what that the city grants by itself, by the last run over the whole city.';
