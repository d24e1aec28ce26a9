create function expirable() returns timestamptz
language sql stable
set search_path = access, ext, pg_temp
as $$
	select max(m.until) from belfort.partitions_of('access.entry', 'at') m
	where m.until <= now() - (select make_interval(days => p.days)
		from belfort.personal p where p.relation = 'access.entry')
	and not exists (select from entry e where e.at < m.until
		and not exists (select from seal s where s.entry = e.id and s.at = e.at))
	and exists (select from head h where h.position =
			(select max(s.position) from seal s where s.at < m.until)
		and not exists (select from seal s
			where s.at >= m.until and s.position <= h.position));
$$;
comment on function expirable() is
	'Until when whole months may be dropped: their days are over, each record has its link, and a head stands at the last of them and before all others, so that what is left can be checked from there.';
