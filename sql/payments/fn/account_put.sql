create function account_put(resident uuid, iban text, source text, actor uuid,
	helped boolean) returns void
language plpgsql
set search_path = payments, ext, pg_temp
as $$
begin
	update account a set until = clock_timestamp()
	where a.resident = account_put.resident and a.until is null;
	insert into account (resident, iban, source, actor, helped, since)
	values (account_put.resident, account_put.iban, account_put.source,
		account_put.actor, account_put.helped, clock_timestamp());
	update payment p set outcome = 'cancelled', told = now(),
		told_by = account_put.actor, code = null
	from claim c where c.number = p.claim and p.kind = 'cash'
	and p.outcome is null and c.resident = account_put.resident
	and account_put.iban is not null;
	perform tell(account_put.resident, 'account_changed', jsonb_build_object(
		'iban', iban_masked(account_put.iban), 'at', now()));
	perform waiting_told(claims_of(account_put.resident));
end;
$$;
comment on function account_put(uuid, text, text, uuid, boolean) is
	'Another account, and what follows: cash that was not fetched goes there; for who has none it becomes cash; they are told.';
