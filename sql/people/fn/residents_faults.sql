create function residents_faults() returns json
language sql stable
set search_path = people, ext, pg_temp
as $$
	with s as (
		select *, min(serial) over () as first,
			min(line) over () as first_line,
			first_value(line) over (partition by number order by line) as same
		from staging_residents
	), fault(line, col, text) as (
		select line, 'volgnummer', serial_fault(serial, true) from s
		where line = first_line and serial_fault(serial, true) is not null
		union all
		select line, 'volgnummer', format('it is %s in other rows: a file has one number', first)
		from s where serial <> first
		union all
		select line, 'rijksregisternummer',
			format('the same number stands in line %s: keep one row for each person', same)
		from s where line <> same
		union all
		select line, 'geboortedatum', 'this day has yet to come: look at the date'
		from s where born > current_date
		union all
		select line, 'inwoner_sinds', 'this is before the day of birth: look at both dates'
		from s where since < born
		union all
		select line, 'einde', 'give a day and a reason (einde_reden), or neither'
		from s where (until is null) <> (ended is null)
		union all
		select line, 'einde', 'this is before inwoner_sinds or adres_sinds: look at the dates'
		from s where until < greatest(since, address_since)
		union all
		select line, 'gezin', 'this looks like a national number: give each household a number of its own'
		from s where length(household) >= 11 and looks_national(household)
		union all
		select * from absent_fault()
	)
	select json_agg(json_build_object('line', line, 'column', col, 'text', text))
	from (select * from fault order by line nulls first, col limit 20) f;
$$;
comment on function residents_faults() is
	'What is wrong with a file that holds everybody, at most twenty things; null: nothing.';
