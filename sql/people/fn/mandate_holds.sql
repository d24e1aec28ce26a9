create function mandate_holds(m mandate) returns boolean
language sql stable
set search_path = people, pg_temp
as $$
	select m.ended is null and current_date >= m.from_day
		and current_date <= coalesce(m.to_day, current_date)
		and not exists (select from resident r
			where r.id in (m.actor, m.on_behalf) and r.ended = 'overleden');
$$;
comment on function mandate_holds(mandate) is 'Whether it holds today: it ends with the life of either.';
