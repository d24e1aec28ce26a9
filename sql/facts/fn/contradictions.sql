create function contradictions(source smallint)
returns table (fact smallint, residents bigint)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select a.fact, count(distinct a.resident) from value a
	join value b on b.resident = a.resident and b.fact = a.fact
		and b.source <> a.source and b.replaced is null
		and b.valid @> current_date
		and (b.low > a.high or b.high < a.low)
	where a.source = contradictions.source
	and a.replaced is null and a.valid @> current_date
	and a.fact in (select o.fact from offer o where o.source <> contradictions.source)
	group by a.fact;
$$;
comment on function contradictions(smallint) is
	'Of how many residents another source says something of a fact of this one that cannot be true as well.';
