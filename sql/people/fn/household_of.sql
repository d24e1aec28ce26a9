create function household_of(resident uuid)
returns table (member uuid, role text)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select m.resident, m.role
	from household_member mine
	join household_member m on m.household = mine.household and m.until is null
	where mine.resident = household_of.resident and mine.until is null;
$$;
comment on function household_of(uuid) is
	'Who lives with somebody, they themselves too, and as what.';
