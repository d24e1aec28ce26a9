create function load_names() returns integer
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	update person_name p set until = i.name_from
	from incoming i
	where p.resident = i.resident and p.until is null
	and i.name_from > p.from_day
	and (p.given, p.family) is distinct from (i.given, i.family);
	get diagnostics n = row_count;
	-- From the same day on it was called otherwise: a correction.
	update person_name p set given = i.given, family = i.family
	from incoming i
	where p.resident = i.resident and p.until is null
	and i.name_from <= p.from_day
	and (p.given, p.family) is distinct from (i.given, i.family);
	insert into person_name (resident, given, family, from_day)
	select i.resident, i.given, i.family, case when i.known
		then greatest(i.name_from, (select max(b.until) from person_name b
			where b.resident = i.resident)) else i.name_from end
	from incoming i where i.name_from is not null
	and not exists (select from person_name p
		where p.resident = i.resident and p.until is null);
	return n;
end;
$$;
comment on function load_names() is 'Names that came in; gives how many have another one.';
