create function snapshot_fill(which integer) returns void
language plpgsql
set search_path = preview, pg_temp
as $$
declare
	secret bytea := (select k.secret from record_key k);
begin
	insert into home (snapshot, key, kind, quarter, packed)
	select which, key_of(secret, k.household), coalesce(m.kind, 5), q.number, k.packed
	from facts.known k
	left join (select household, kind_of(array_agg(role)) as kind
		from people.members(null, current_date) group by household) m
	on m.household = k.household
	left join people.quarters() q on q.household = k.household
	order by 2;
	insert into person (snapshot, home, packed)
	select which, key_of(secret, p.household), p.packed
	from facts.known_person p order by 2, 3;
end;
$$;
comment on function snapshot_fill(integer) is
	'Copies what is known of everybody now, without who it is.';
