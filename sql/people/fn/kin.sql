create function kin(accounts uuid[], residents uuid[])
returns table (account uuid, resident uuid, how text)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	with pair as (
		select a.id, fold(a.name) as name, p.resident, o.resident as own
		from unnest(accounts, residents) p(account, resident)
		join account a on a.id = p.account
		left join account o on o.kind = 'resident' and o.resident is not null
			and lower(o.email) = lower(a.email) and o.closed is null
	), found as (
		select p.id, p.resident, case
			when p.resident = p.own then 'self'
			when p.resident in (select member from household_of(p.own))
				then 'household'
			when address_line(p.resident) = address_line(p.own) then 'address'
			when exists (select from person_name n
				where n.resident = p.resident
				and p.name like '% ' || fold(n.family)) then 'name'
			end as how
		from pair p
	)
	select * from found f where f.how is not null;
$$;
comment on function kin(uuid[], uuid[]) is
	'For other features: of pairs of a civil servant and a resident those who may be relatives: the same person, household, address or family name. A civil servant is known in the register when they have an account as a resident with the same e-mail address; else only the name is compared.';
