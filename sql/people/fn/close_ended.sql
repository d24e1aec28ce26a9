create function close_ended() returns integer
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	update person_name p set until = greatest(p.from_day, r.until)
	from resident r
	where p.resident = r.id and p.until is null and r.until is not null;
	update household_member m set until = greatest(m.from_day, r.until)
	from resident r
	where m.resident = r.id and m.until is null and r.until is not null;
	update address a set until = greatest(a.from_day, r.until)
	from resident r
	where a.resident = r.id and a.until is null and r.until is not null;
	get diagnostics n = row_count;
	return n;
end;
$$;
comment on function close_ended() is
	'Who is not in the register any more has no name, address or household of now; gives how many that are.';
