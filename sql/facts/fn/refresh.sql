create function refresh(households text[]) returns text[]
language plpgsql
set search_path = facts, ext, pg_temp set plan_cache_mode = force_custom_plan
set work_mem = '64MB' set enable_nestloop = on
as $$
declare
	richer text[];
begin
	-- Of many at once nobody is looked up one by one.
	if cardinality(households) > 200 then
		set local enable_nestloop = off;
	end if;
	-- What is known is read after who renewed it before is done.
	perform from refreshed for update;
	with fresh as materialized (
		select c.household, c.resident, string_agg(int2send(c.fact)
			|| int4send(c.low) || int4send(c.high), '' order by c.fact) as bytes
		from combined(refresh.households, current_date) c
		group by c.household, c.resident
	), here as materialized (
		select distinct m.household
		from people.members(refresh.households, current_date) m
	), home as materialized (
		select coalesce(n.household, p.household) as household,
			coalesce(n.bytes, '') as bytes, coalesce(p.bytes, '') as before,
			coalesce(n.household, p.household)
				in (select e.household from here e) as lives
		from (select * from fresh where resident is null) n
		full join (select * from packed p
			where p.household = any (refresh.households)) p
		on p.household = n.household
		where n.bytes is distinct from p.bytes
	), home_put as (
		insert into packed as p (household, bytes, serial)
		select h.household, h.bytes, nextval('serial') from home h
		where h.bytes <> h.before and h.lives order by h.household
		on conflict (household) do update
			set bytes = excluded.bytes, serial = excluded.serial
	), home_gone as (
		delete from packed p using home h
		where not h.lives and p.household = h.household
	), person as materialized (
		select coalesce(n.resident, p.resident) as resident,
			coalesce(n.household, p.household) as household,
			coalesce(n.bytes, '') as bytes, coalesce(p.bytes, '') as before
		from (select * from fresh where resident is not null) n
		full join (select * from packed_person p
			where p.household = any (refresh.households)
			or p.resident in (select resident from fresh)) p
		on p.resident = n.resident
		where (n.household, n.bytes) is distinct from (p.household, p.bytes)
	), person_put as (
		insert into packed_person as p (resident, household, bytes, serial)
		select o.resident, o.household, o.bytes, nextval('serial')
		from person o where o.bytes <> '' order by o.resident
		on conflict (resident) do update set bytes = excluded.bytes,
			household = excluded.household, serial = excluded.serial
	), person_gone as (
		delete from packed_person p using person o
		where o.bytes = '' and p.resident = o.resident
	)
	select coalesce(array_agg(distinct c.household), '{}') into richer from (
		select h.household from home h where not within(h.bytes, h.before)
		union all
		select o.household from person o where not within(o.bytes, o.before)
	) c;
	return richer;
end;
$$;
comment on function refresh(text[]) is
	'Brings the packed facts of these households to those of today, in the transaction in which they changed; gives those of which something else is known than before, not merely less. Where nobody lives there are none.';
