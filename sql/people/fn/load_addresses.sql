create function load_addresses() returns integer
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	update address a set until = i.address_from
	from incoming i
	where a.resident = i.resident and a.until is null
	and i.address_from > a.from_day
	and (a.street, a.house, a.box, a.postal)
		is distinct from (i.street, i.house, i.box, i.postal);
	get diagnostics n = row_count;
	-- The same address, or another from the same day on: a correction, that
	-- does not reach into the address of before.
	update address a set street = i.street, house = i.house, box = i.box,
		postal = i.postal, reference = i.reference,
		neighbourhood = place(i.street, i.postal, i.nr),
		from_day = greatest(least(a.from_day, i.address_from), (select max(b.until)
			from address b where b.resident = a.resident))
	from incoming i
	where a.resident = i.resident and a.until is null
	and i.address_from is not null
	and (a.street, a.house, a.box, a.postal, a.reference,
			least(a.from_day, i.address_from))
		is distinct from (i.street, i.house, i.box, i.postal, i.reference,
			a.from_day);
	insert into address (resident, street, house, box, postal, reference,
		from_day, neighbourhood)
	select i.resident, i.street, i.house, i.box, i.postal, i.reference,
		case when i.known then greatest(i.address_from,
				(select max(b.until) from address b
				where b.resident = i.resident))
			else i.address_from end, s.neighbourhood
	from incoming i
	left join street s on s.name = i.street and s.postal = i.postal
		and s.side = i.nr % 2 and i.nr between s.low and s.high
	where i.address_from is not null
	and not exists (select from address a
		where a.resident = i.resident and a.until is null);
	return n;
end;
$$;
comment on function load_addresses() is
	'Addresses that came in, and in which neighbourhood they are; gives how many moved.';
