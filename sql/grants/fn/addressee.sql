create function addressee(household text, subject uuid) returns uuid
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select m.resident
	from people.members(array[addressee.household], current_date) m
	where addressee.subject is null
	or m.resident = addressee.subject
	or not exists (select from people.members(array[addressee.household], current_date) s
		where s.resident = addressee.subject
		and s.born <= current_date - interval '18 years')
	order by coalesce(m.born > current_date - interval '18 years', false),
		array_position('{referentiepersoon,partner}', m.role) nulls last,
		m.born nulls last, m.resident
	limit 1;
$$;
comment on function addressee(text, uuid) is
	'Who is told and paid: somebody of age themselves; for a child and a household the reference person, else their partner, else the eldest. Null: nobody lives there.';
