create function delta_faults() returns json
language sql stable
set search_path = people, ext, pg_temp
as $$
	with s as (
		select d.*, min(serial) over () as first,
			min(line) over () as first_line,
			first_value(line) over (partition by number order by line) as same,
			p.id is not null as known, p.until as left_on, p.since,
			num_nonnulls(street, house, postal) as place
		from staging_delta d
		left join lateral (select * from delta_person(d.number, d.number_old,
			d.former, d.former_old)) p on true
	), fault(line, col, text) as (
		select line, 'volgnummer', serial_fault(serial, false) from s
		where line = first_line and serial_fault(serial, false) is not null
		union all
		select line, 'volgnummer', format('it is %s in other rows: a file has one number', first)
		from s where serial <> first
		union all
		select line, 'rijksregisternummer',
			format('the same number stands in line %s: keep one row for each person', same)
		from s where line <> same
		union all
		select line, 'rijksregisternummer', case
			when kind = 'nieuw' then 'this person is in the register already: write wijziging'
			when known then format('this person left the register on %s: write nieuw for who comes back', left_on)
			else 'nobody in the register has this number: look at it once more, or write nieuw' end
		from s where (kind = 'nieuw') = (known and left_on is null)
		union all
		select line, 'soort', 'for nieuw all but rekening is needed: naam, geboortedatum, straat, huisnummer, postcode, gezin, gezinsrol'
		from s where kind = 'nieuw' and num_nulls(family, born, street,
			house, postal, household, role) > 0
		union all
		select line, 'datum', 'this is before the day on which they came: look at the date'
		from s where kind <> 'nieuw' and day < since
		union all
		select line, 'datum', 'this is before the day of birth: look at both dates'
		from s where kind = 'nieuw' and day < born
		union all
		select line, 'naam', 'first names without a name: give both'
		from s where given is not null and family is null
		union all
		select line, 'straat', 'an address is straat, huisnummer and postcode: give all three'
		from s where place between 1 and 2
		union all
		select line, 'gezin', 'give gezin and gezinsrol, or neither'
		from s where (household is null) <> (role is null)
		union all
		select line, 'gezin', 'this looks like a national number: give each household a number of its own'
		from s where length(household) >= 11 and looks_national(household)
		union all
		select line, 'einde_reden', case kind when 'einde'
			then 'say why: overleden, vertrokken or afgevoerd'
			else 'this stands only with einde: leave it out' end
		from s where (kind = 'einde') = (ended is null)
	)
	select json_agg(json_build_object('line', line, 'column', col, 'text', text))
	from (select * from fault order by line, col limit 20) f;
$$;
comment on function delta_faults() is
	'What is wrong with a file of changes, at most twenty things; null: nothing.';
