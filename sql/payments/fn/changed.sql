create function changed(of_file bigint, at timestamptz) returns bigint[]
language plpgsql stable
set search_path = payments, pg_temp
as $$
begin
	return array(select distinct p.id
		from payment p
		join claim c on c.number = p.claim
		join account a on a.resident = c.resident
			and a.since between at - interval '3 days' and at
		where p.file = of_file
		and (a.iban is distinct from p.iban or a.source = 'given'
			or exists (select from account b
				where b.resident = a.resident and b.until <= a.since)));
end;
$$;
comment on function changed(bigint, timestamptz) is
	'The payments of a file at which who releases it looks twice: less than three days before, somebody gave that account, or another one in its place. Who confirms that of the register for the first time changed nothing.';
