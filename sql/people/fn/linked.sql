create function linked(macs bytea[], olds bytea[])
returns table (mac bytea, resident uuid)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select g.mac, coalesce(r.id, o.id)
	from unnest(linked.macs, linked.olds) g(mac, old)
	left join resident r on r.mac = g.mac
	left join resident o on o.mac = g.old
	where coalesce(r.id, o.id) is not null;
$$;
comment on function linked(bytea[], bytea[]) is
	'For other features: the residents, also those who left, by the MACs of their numbers and those under the key of before.';
