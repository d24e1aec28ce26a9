create function sepa(text text, longest integer) returns text
language sql immutable
set search_path = payments, pg_temp
as $$
	select coalesce(nullif(trim(left(trim(regexp_replace(regexp_replace(
		regexp_replace(normalize(
			replace(replace(replace(replace(replace(replace(replace(
				translate(normalize(sepa.text, NFKC),
					'øØđĐðÐłŁıħĦŧŦŋŊ’‘´`–—&_;',
					'oOdDdDlLihHtTnN''''''''--+-,'),
				'ß', 'ss'), 'ẞ', 'SS'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'),
				'Œ', 'OE'), 'þ', 'th'), NFKD),
		'[\u0300-\u036f]', '', 'g'), '[^A-Za-z0-9/?:().,''+ -]+', '.', 'g'),
		'\s+|/+$|^\s*/+|/(?=/)', ' ', 'g')), longest)), ''), '.');
$$;
comment on function sepa(text, integer) is
	'A text in the signs that every bank of SEPA takes (EPC217-08), no longer than that: letters without accents, other signs as the nearest, else a dot.';
