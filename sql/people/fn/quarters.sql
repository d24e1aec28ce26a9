create function quarters() returns table (household text, number integer, name text)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select distinct on (m.household) m.household, n.number, n.name
	from household_member m
	join address a on a.resident = m.resident and a.until is null
	join neighbourhood n on n.number = a.neighbourhood
	where m.until is null
	order by m.household, m.role <> 'referentiepersoon', n.number;
$$;
comment on function quarters() is
	'For other features: in which neighbourhood each household lives now; no row where that is not known.';
