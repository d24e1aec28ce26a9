create function owe(number text, resident uuid, cents bigint, kind text,
	text_nl text, text_en text, text_fr text, due date) returns void
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	one claim;
	texts jsonb := jsonb_build_object('nl', text_nl, 'en', text_en, 'fr', text_fr);
	for_partner text := case when owe.kind like 'order%' then partner_of(owe.kind) end;
begin
	if owe.number !~ '^[A-Z0-9][A-Z0-9-]{0,34}$' then
		raise exception '"%" is no number of a payment', owe.number
			using hint = 'write 1 to 35 of A to Z, 0 to 9 and -';
	elsif owe.kind !~ '^(transfer|order(:[a-z0-9_]+)?)$' then
		raise exception 'payment %: "%" is no way to pay', owe.number, owe.kind
			using hint = 'say transfer, order, or order:PARTNER';
	elsif not exists (select from people.payee(owe.resident)) then
		raise exception 'payment %: nobody in the register is resident %', owe.number, owe.resident
			using hint = 'give the id of people.resident';
	end if;
	insert into claim (number, resident, cents, kind, partner, text, due)
	values (owe.number, owe.resident, owe.cents, split_part(owe.kind, ':', 1),
		for_partner, texts, owe.due)
	on conflict on constraint claim_pkey do nothing;
	if found then
		perform claim_told(owe.number);
		return;
	end if;
	select * into one from claim c where c.number = owe.number;
	if (one.resident, one.cents, one.kind, one.partner, one.text, one.due)
		is distinct from (owe.resident, owe.cents, split_part(owe.kind, ':', 1),
			for_partner, texts, owe.due) then
		raise exception 'payment % is known with another content', owe.number
			using hint = 'withdraw it, and give what is owed now another number';
	end if;
end;
$$;
comment on function owe(text, uuid, bigint, text, text, text, text, date) is
	'For other features: the city owes RESIDENT that many CENTS, by the decision NUMBER (1 to 35 of A to Z, 0 to 9 and -, unique). KIND is transfer, for money; order, for what a partner delivers, the first of them unless it says order:PARTNER. TEXT is for what, in three languages; nothing leaves before DUE. The same twice does nothing; a number that stands for something else is an error.';
