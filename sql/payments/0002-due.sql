-- Nothing leaves before it is due, and account numbers of Belgium have a check
-- of their own.
alter table file add check (execution >= until) not valid;

create or replace function iban_fault(iban text) returns text
language sql immutable strict
set search_path = payments, pg_temp
as $$
	select case
		when iban !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' then 'iban_wrong'
		when signs is null then 'iban_country'
		when length(iban) <> signs then 'iban_length'
		when substr(iban, 3, 2) not between '02' and '98' then 'iban_wrong'
		when (select string_agg(case when c ~ '[A-Z]'
				then (ascii(c) - 55)::text else c end, '' order by n)
			from unnest(string_to_array(substr(iban, 5) || left(iban, 4), null))
				with ordinality u(c, n))::numeric % 97 <> 1 then 'iban_wrong'
		when iban not like 'BE%' then null
		when substr(iban, 3) ~ '[^0-9]' then 'iban_wrong'
		when coalesce(nullif(substr(iban, 5, 10)::bigint % 97, 0), 97)
			<> substr(iban, 15)::bigint then 'iban_wrong'
	end
	from (select substring('AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
		from left(iban, 2) || '([0-9]{2})')::integer as signs) country;
$$;
comment on function iban_fault(text) is
	'What is wrong with an account number; null: nothing. The check of ISO 13616 (modulo 97, digits 02 to 98), the length that each country of SEPA gives its numbers, and for Belgium the two digits with which its own numbers end.';
