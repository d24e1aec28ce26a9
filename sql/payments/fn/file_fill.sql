create function file_fill(id bigint, numbers text[]) returns void
language sql
set search_path = payments, ext, pg_temp
as $$
	insert into payment (claim, cents, kind, file, nr, reference, name, iban,
		address, text)
	select c.number, c.cents, c.kind, file_fill.id,
		row_number() over (order by c.number), reference_for(c.number),
		case c.kind when 'transfer' then sepa(p.name, 70) else p.name end,
		case c.kind when 'transfer' then a.iban end,
		case c.kind when 'order' then coalesce(p.address, '') end,
		sepa(c.number || ' ' || in_language(c.text, p.lang), 140)
	from claim c
	cross join lateral people.payee(c.resident) p
	left join account a on a.resident = c.resident and a.until is null
	where c.number = any (numbers);
$$;
comment on function file_fill(bigint, text[]) is
	'The lines of a file: as people are called, and on their account, at this moment.';
