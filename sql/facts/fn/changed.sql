create function changed(residents uuid[], days date[], silent date) returns integer
language plpgsql
set search_path = facts, ext, pg_temp
as $$
declare
	homes text[];
	from_days date[];
begin
	select array_agg(h.household), array_agg(h.day) into homes, from_days
	from (select g.household, min(o.day) as day
		from unnest(residents, days) o(resident, day)
		join people.households_of(residents) g on g.resident = o.resident
		group by g.household) h;
	perform pending_add(homes, from_days);
	if silent is null then
		perform refresh(coalesce(homes, '{}'));
	else
		perform pending_put(refresh(null), silent);
	end if;
	return coalesce((select count(distinct r) from unnest(residents) r), 0);
end;
$$;
comment on function changed(uuid[], date[], date) is
	'Something else is said of these residents, of each from a day on: their facts of now, and what is to be decided. SILENT: since when their source said nothing; it says something of everybody now.';
