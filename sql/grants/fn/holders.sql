create function holders(of_codes text[])
returns table (resident uuid, codes text[])
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select g.addressee, array_agg(distinct g.rule)
	from granted g
	cross join lateral people.registered(g.addressee) r
	where g.rule = any (holders.of_codes) and g.period @> current_date
	and g.state in ('granted', 'ending') and r.until is null
	group by g.addressee;
$$;
comment on function holders(text[]) is
	'For who tells people that rules change: who has one of them today, and which. Nobody who died or moved away.';
