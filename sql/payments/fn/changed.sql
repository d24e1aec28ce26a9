create function changed(resident uuid, iban text, at timestamptz) returns boolean
language sql stable
set search_path = payments, ext, pg_temp
as $$
	select exists (select from account a
		where a.resident = changed.resident
		and a.since between at - interval '3 days' and at
		and (a.iban is distinct from changed.iban or a.source = 'given'
			or exists (select from account b
				where b.resident = a.resident and b.until <= a.since)));
$$;
comment on function changed(uuid, text, timestamptz) is
	'Whether who releases a payment looks at it twice: less than three days before, somebody gave this account, or another one in its place. Who confirms that of the register for the first time changed nothing.';
