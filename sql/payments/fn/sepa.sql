create function sepa(text text, longest integer) returns text
language plpgsql immutable
set search_path = payments, pg_temp
as $$
declare
	plain text := text;
	pair text[];
begin
	if plain ~ '[^A-Za-z0-9/?:().,''+ -]' then
		foreach pair slice 1 in array '{{ß,ss},{ẞ,SS},{æ,ae},{Æ,AE},{œ,oe},{Œ,OE},{þ,th},{Þ,Th}}'::text[]
		loop
			plain := replace(plain, pair[1], pair[2]);
		end loop;
		plain := translate(plain, 'øØđĐðÐłŁıħĦŧŦŋŊ’‘´`–—&_;', 'oOdDdDlLihHtTnN''''''''--+-,');
		plain := regexp_replace(normalize(plain, NFKD), '[\u0300-\u036f]', '', 'g');
		plain := regexp_replace(plain, '[^A-Za-z0-9/?:().,''+ -]+', '.', 'g');
	end if;
	plain := trim(regexp_replace(plain, '\s+|/+$|^\s*/+|/(?=/)', ' ', 'g'));
	return coalesce(nullif(trim(left(plain, longest)), ''), '.');
end;
$$;
comment on function sepa(text, integer) is
	'A text in the signs that every bank of SEPA takes (EPC217-08), no longer than that: letters without accents, other signs as the nearest, else a dot.';
