create function ways(of_account uuid) returns bigint
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return (select count(*) from passkey p where p.account = of_account)
		+ case when exists (select from code_app c
			where c.account = of_account and c.salt is not null)
		then 1 + exists (select from recovery r
			where r.account = of_account and r.used is null)::integer
		else 0 end;
end;
$$;
comment on function ways(uuid) is
	'In how many ways a civil servant can sign in: keys, an app, codes on paper.';
