create function contradicted(fact smallint, source smallint) returns bigint
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select count(distinct a.resident) from value a
	join value b on b.resident = a.resident and b.fact = a.fact
		and b.source <> a.source and b.replaced is null
		and b.valid @> current_date
		and (b.low > a.high or b.high < a.low)
	where a.fact = contradicted.fact and a.source = contradicted.source
	and a.replaced is null and a.valid @> current_date
	and exists (select from offer o where o.fact = a.fact
		and o.source <> a.source);
$$;
comment on function contradicted(smallint, smallint) is
	'Of how many residents another source says something of a fact that cannot be true as well.';
