create function easter(year integer) returns date
language sql immutable
set search_path = payments, pg_temp
as $$
	select make_date(year, 3, 22) + d + e
	from (select (19 * (year % 19) + m) % 30 as d0, year, n
		from (select (15 - (13 + 8 * (year / 100)) / 25 + year / 100
				- year / 400) % 30 as m,
			(4 + year / 100 - year / 400) % 7 as n) century) a
	cross join lateral (select case
		when d0 = 29 or (d0 = 28 and year % 19 > 10) then d0 - 1
		else d0 end as d) b
	cross join lateral (select (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
		as e) c;
$$;
comment on function easter(integer) is 'Easter Sunday, by the rule of Gauss.';
