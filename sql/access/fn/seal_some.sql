create function seal_some() returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	c chain;
	r entry;
	next xid8;
	n integer := 0;
begin
	select * into c from chain for update;
	insert into head (day, position, hash)
	select current_date - 1, c.position, c.hash
	where not exists (select from head where day >= current_date - 1);
	next := pg_snapshot_xmin(pg_current_snapshot());
	for r in
		select * from entry q where q.xid >= c.horizon
		and not exists (select from seal s where s.entry = q.id and s.at = q.at)
		order by q.xid, q.id limit 5000
	loop
		c.position := c.position + 1;
		c.hash := sha256(c.hash || convert_to(said(r), 'UTF8'));
		insert into seal (position, entry, at, hash)
		values (c.position, r.id, r.at, c.hash);
		n := n + 1;
	end loop;
	update chain set position = c.position, hash = c.hash,
		horizon = case when n < 5000 then next else horizon end
	where n > 0 or horizon <> next;
	return json_build_object('more', n = 5000, 'sealed', n);
end;
$$;
comment on function seal_some() is
	'Makes the links of new records, a share at a time; once a day keeps the head. Nobody who writes or reads waits for it.';
