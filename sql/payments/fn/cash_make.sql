create function cash_make(number text) returns void
language plpgsql
set search_path = payments, ext, pg_temp
as $$
declare
	c claim;
	new_code text := people.reference_new();
begin
	select * into strict c from claim t where t.number = cash_make.number;
	insert into payment (claim, cents, kind, reference, name, text, code)
	select c.number, c.cents, 'cash', c.number, sepa(p.name, 70),
		c.text ->> p.lang, new_code
	from people.payee(c.resident) p;
	perform tell(c.resident, 'cash_order', jsonb_build_object('cents', c.cents,
		'for', c.text, 'from', c.due, 'code', people.reference_shown(new_code)));
end;
$$;
comment on function cash_make(text) is
	'Money for who has no account at a bank: fetched at the counter with a code that comes by letter.';
