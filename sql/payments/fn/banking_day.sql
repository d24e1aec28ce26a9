create function banking_day(after date) returns date
language sql immutable
set search_path = payments, pg_temp
as $$
	select min(d)::date
	from generate_series(after + 1, after + 10, interval '1 day') d
	where extract(isodow from d) < 6
	and to_char(d, 'MM-DD') not in ('01-01', '05-01', '12-25', '12-26')
	and d::date - easter(extract(year from d)::integer) not in (-2, 1);
$$;
comment on function banking_day(date) is
	'The first day after that on which banks pay each other: no Saturday, Sunday or holiday of TARGET.';
