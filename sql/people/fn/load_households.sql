create function load_households() returns integer
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	update household_member m set until = i.household_from
	from incoming i
	where m.resident = i.resident and m.until is null
	and i.household_from > m.from_day
	and (m.household, m.role) is distinct from (i.household, i.role);
	get diagnostics n = row_count;
	update household_member m set household = i.household, role = i.role
	from incoming i
	where m.resident = i.resident and m.until is null
	and i.household_from <= m.from_day
	and (m.household, m.role) is distinct from (i.household, i.role);
	insert into household_member (resident, household, role, from_day)
	select i.resident, i.household, i.role, case when i.known
		then greatest(i.household_from, (select max(b.until)
			from household_member b where b.resident = i.resident))
		else i.household_from end
	from incoming i where i.household_from is not null
	and not exists (select from household_member m
		where m.resident = i.resident and m.until is null);
	return n;
end;
$$;
comment on function load_households() is
	'Households that came in; gives how many belong to another one.';
