create function households_after(name text, most integer) returns setof text
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	(select distinct m.household from household_member m
		where m.until is null and m.household > name
		order by m.household limit most)
	union
	(select distinct m.household from household_member m
		where m.until is not null and m.household > name
		order by m.household limit most)
	order by 1 limit most;
$$;
comment on function households_after(text, integer) is
	'For other features: the next households after a name, of now and of before, in their order.';
