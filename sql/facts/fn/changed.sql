create function changed(residents uuid[], days date[], silent date) returns integer
language plpgsql
set search_path = facts, ext, pg_temp
as $$
declare
	homes text[];
	from_days date[];
	many boolean;
begin
	select coalesce(array_agg(h.household), '{}'), array_agg(h.day), count(*) > 2000
	into homes, from_days, many
	from (select g.household, min(o.day) as day
		from unnest(residents, days) o(resident, day)
		join people.households_of(residents) g on g.resident = o.resident
		group by g.household) h;
	if many or silent is not null then
		perform refresh_all(silent);
	else
		perform refresh(homes);
	end if;
	perform pending_add(homes, from_days, many);
	return coalesce((select count(distinct r) from unnest(residents) r), 0);
end;
$$;
comment on function changed(uuid[], date[], date) is
	'Something else is said of these residents, of each from a day on: their facts of now, and what is to be decided; those of many at once in shares. SILENT: since when their source said nothing; it says something of everybody now.';
