create function minors(household text) returns table (resident uuid)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select m.resident from people.members(array[minors.household], current_date) m
	where m.born > current_date - interval '18 years';
$$;
comment on function minors(text) is 'Who in a household is not of age.';
