create function account_set(session text, keuze text, rekening text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	who record;
	old account;
	chosen text;
begin
	perform turn();
	select w.on_behalf_of as resident, w.account, w.actor, p.iban into who
	from people.acting_as(account_set.session) w
	join people.payee(w.on_behalf_of) p on true;
	if not found then
		raise exception 'not_registered' using errcode = 'BF000';
	end if;
	chosen := account_read(keuze, rekening, who.iban);
	select * into old from account a
	where a.resident = who.resident and a.until is null;
	if account_refused(who.resident, chosen) then
		raise exception 'iban_refused' using errcode = 'BF000',
			column = case keuze when 'ander' then 'rekening' else 'keuze' end;
	elsif old.id is null or old.iban is distinct from chosen then
		perform account_put(who.resident, chosen, case keuze
			when 'geen' then 'none' when 'ander' then 'given' else keuze end,
			who.actor, who.actor <> who.account);
	end if;
	return '{}';
end;
$$;
comment on function account_set(text, text, text) is
	'Somebody, or who acts for them or helps them, says on which account they want to be paid, or that they have none. What they said before already changes nothing.';
