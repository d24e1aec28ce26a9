create function say_rows(household text, answers jsonb)
returns table (fact smallint, resident uuid, low integer, high integer)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select f.number, m.resident,
		case when f.combine = 'sum' and m.place > 1 then 0 else a.low end,
		case when f.combine = 'sum' and m.place > 1 then 0 else a.high end
	from jsonb_to_recordset(say_rows.answers) a(fact text, low integer, high integer)
	join fact f on f.name = a.fact and not f.person and f.known
		and f.low <= a.low and a.high <= f.high
	cross join (select o.resident, row_number() over (order by
			array_position('{referentiepersoon,partner}', o.role) nulls last,
			o.resident) as place
		from people.members(array[say_rows.household], current_date) o) m;
$$;
comment on function say_rows(text, jsonb) is
	'What is said of a household, as it is kept of each who lives there: a sum of one of them, all else of each.';
