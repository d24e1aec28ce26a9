create function outcome_state(n run, r jsonb, of_household text, of_subject uuid)
returns integer
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select get_byte(substring(o.data from (r ->> 'at')::integer + k.nr % 256 + 1 for 1), 0)
	from (select h.nr from facts.known h
		where h.household = of_household and of_subject is null
		union all
		select p.nr from facts.known_person p where p.resident = of_subject) k
	join outcome o on o.run = n.id and o.person = (of_subject is not null)
		and o.block = k.nr / 256;
$$;
comment on function outcome_state(run, jsonb, text, uuid) is
	'What came out of a run for one: 0 no, 1 yes, 2 unknown; null: nothing is known of them.';
