create function households_of(residents uuid[])
returns table (household text, resident uuid)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select m.household, m.resident from household_member m
	where m.resident = any (residents);
$$;
comment on function households_of(uuid[]) is
	'For other features: the households of now and of before of residents.';
