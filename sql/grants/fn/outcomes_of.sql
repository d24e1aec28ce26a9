create function outcomes_of(household text, resident uuid)
returns table (rule text, day date, state text, low bigint, high bigint)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	with n as (
		select * from run where ended is not null order by id desc limit 1
	), k as (
		select h.nr, false as person from facts.known h
		where h.household = outcomes_of.household
		union all
		select p.nr, true from facts.known_person p
		where p.resident = outcomes_of.resident
	), cell as (
		select r ->> 'code' as code, n.day, o.data, k.nr % 256 as place,
			(r ->> 'at')::integer as at, (r ->> 'amount')::boolean as amount
		from n cross join jsonb_array_elements(n.rules) r
		join k on k.person = (r ->> 'person')::boolean
		join outcome o on o.run = n.id and o.person = k.person
			and o.block = k.nr / 256
	)
	select c.code, c.day,
		('{no,yes,open,none}'::text[])[get_byte(substring(c.data
			from c.at + c.place + 1 for 1), 0) + 1],
		case when c.amount then ('x' || encode(substring(c.data
			from c.at + 256 + 4 * c.place + 1 for 4), 'hex'))::bit(32)::integer end,
		case when c.amount then ('x' || encode(substring(c.data
			from c.at + 1280 + 4 * c.place + 1 for 4), 'hex'))::bit(32)::integer end
	from cell c;
$$;
comment on function outcomes_of(text, uuid) is
	'What came out of the last run for a household and one of its members: each rule, and how much.';
