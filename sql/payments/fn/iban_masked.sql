create function iban_masked(iban text) returns text
language sql immutable
set search_path = payments, pg_temp
as $$
	select left(iban, 4) || ' •••• ' || right(iban, 4);
$$;
comment on function iban_masked(text) is
	'An account number as all see it but who enters it.';
