create function vocabulary(facts json) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
begin
	-- What another rule set means by a value is not what was received.
	update fact f set known = n.name is not null
		and (f.kind, f.person) = (n.kind, n.person)
		and not exists (select from jsonb_array_elements(f.choices)
			with ordinality c(choice, place)
			where c.choice ->> 'code' is distinct from
				n.choices -> (c.place::integer - 1) ->> 'code')
	from fact o left join jsonb_to_recordset(vocabulary.facts::jsonb)
		n(name text, person boolean, kind text, choices jsonb) on n.name = o.name
	where f.number = o.number;
	update fact f set low = n.low, high = n.high, title = n.title,
		choices = n.choices
	from jsonb_to_recordset(vocabulary.facts::jsonb) n(name text, low integer,
		high integer, title jsonb, choices jsonb)
	where n.name = f.name and f.known;
	-- Who tries to insert what is there takes a number all the same: they run out.
	insert into fact (name, person, kind, low, high, title, choices)
	select n.name, n.person, n.kind, n.low, n.high, n.title, n.choices
	from jsonb_to_recordset(vocabulary.facts::jsonb) n(name text, person boolean,
		kind text, low integer, high integer, title jsonb, choices jsonb)
	where not exists (select from fact f where f.name = n.name)
	on conflict (name) do nothing;
	return json_build_object('facts', (select count(*) from fact where fact.known),
		'changed', (select json_agg(name) from fact where not fact.known));
end;
$$;
comment on function vocabulary(json) is
	'The facts that the rules in force know. One whose choices came in another order is known no more, until it has a name of its own: its numbers mean something else.';
