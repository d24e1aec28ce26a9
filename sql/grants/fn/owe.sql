create function owe(d decision, of_cents bigint, payment text) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	select payments.owe(d.number, d.addressee, owe.of_cents, owe.payment,
		d.title ->> 'nl', d.title ->> 'en', d.title ->> 'fr', current_date)
	where owe.of_cents > 0 and owe.payment is not null;
$$;
comment on function owe(decision, bigint, text) is
	'The city owes what a decision gives more than those before, under its number.';
