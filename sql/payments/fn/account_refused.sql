create function account_refused(resident uuid, iban text) returns boolean
language sql stable
set search_path = payments, pg_temp
as $$
	select exists (select from claim c
		join payment p on p.claim = c.number and p.outcome = 'refused'
		join reason r on r.code = p.reason and r.theirs
		where c.resident = account_refused.resident and c.ended is null
		and p.iban = account_refused.iban);
$$;
comment on function account_refused(uuid, text) is
	'Whether something is still to be paid that the bank refused for that account.';
