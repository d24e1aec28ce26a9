create function seal_some() returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	c chain;
	r record;
	next xid8;
	entries bigint[];
	times timestamptz[];
	hashes bytea[];
	n integer := 0;
	over boolean;
begin
	select * into c from chain for update;
	if c.turn is null and c.day < current_date then
		c.turn := pg_current_xact_id();
	end if;
	if c.horizon > pg_current_xact_id() then
		c.horizon := '0';
	end if;
	next := pg_snapshot_xmin(pg_current_snapshot());
	for r in
		select q.id, q.at, convert_to(said(q), 'UTF8') as text
		from entry q where q.xid >= c.horizon and q.at >= c.since
		and (c.turn is null or q.at < c.day + 1)
		and not exists (select from seal s where s.entry = q.id and s.at = q.at)
		order by committed(q.xid), q.xid, q.id limit 5000
	loop
		c.hash := sha256(c.hash || r.text);
		n := n + 1;
		entries[n] := r.id;
		times[n] := r.at;
		hashes[n] := c.hash;
	end loop;
	insert into seal (position, entry, at, hash)
	select c.position + l.nr, l.entry, l.at, l.hash
	from unnest(entries, times, hashes) with ordinality l(entry, at, hash, nr);
	c.position := c.position + n;
	over := c.turn is not null and n < 5000
		and (next > c.turn or now() > c.day + 1 + interval '10 minutes');
	if over then
		insert into head (day, position, hash)
		values (c.day, c.position, c.hash) on conflict do nothing;
		c.day := c.day + 1;
		c.turn := null;
	elsif c.turn is null and n < 5000 then
		c.since := case when c.horizon = '0' then now() else c.since end;
		c.horizon := next;
	end if;
	update chain o set position = c.position, hash = c.hash, day = c.day,
		turn = c.turn, horizon = c.horizon, since = c.since
	where o is distinct from c;
	return json_build_object('more', n = 5000 or over, 'sealed', n);
end;
$$;
comment on function seal_some() is
	'Makes the links of new records, a share at a time, in the order in which their transactions ended. When a day is over it waits, ten minutes at most, for who began before; then the day has its head, over all its records and no others. A horizon ahead of all transactions was restored into another database: then all is looked at once. Nobody who writes or reads waits for it.';
