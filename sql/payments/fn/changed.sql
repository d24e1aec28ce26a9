create function changed(of_file bigint, at timestamptz) returns bigint[]
language plpgsql stable
set search_path = payments, pg_temp
as $$
begin
	return array(select distinct p.id
		from payment p
		join claim c on c.number = p.claim
		join account a on a.resident = c.resident and a.since <= at
			and (a.until is null or a.until > at)
		where p.file = of_file and p.kind = 'transfer'
		and (a.iban is distinct from p.iban
			or a.since >= at - interval '3 days' and (a.source = 'given'
				or exists (select from account b where b.resident = a.resident
					and b.until <= a.since))));
end;
$$;
comment on function changed(bigint, timestamptz) is
	'The payments of a file at which who releases it looks twice: of somebody who gave that account less than three days before, or who has another one by now. Who confirms that of the register for the first time changed nothing.';
