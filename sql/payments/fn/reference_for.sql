create function reference_for(number text) returns text
language sql stable
set search_path = payments, pg_temp
as $$
	select r.reference
	from generate_series(1, 1000) n
	cross join lateral (select case
			when n = 1 then reference_for.number
			when length(reference_for.number || '-' || n) <= 35
				then reference_for.number || '-' || n
			else left(reference_for.number, 20) || '-' || upper(left(encode(
				sha256(reference_for.number::bytea), 'hex'), 10)) || '-' || n
		end as reference) r
	where not exists (select from payment p where p.reference = r.reference
		and p.outcome is distinct from 'cancelled' and p.kind <> 'cash')
	and (n = 1 or not exists (select from claim c where c.number = r.reference))
	order by n limit 1;
$$;
comment on function reference_for(text) is
	'By what the bank knows the next payment of a claim: its number, then with -2, -3 behind it, of one that gets too long its beginning and ten digits of its SHA-256. Never what stands for another.';
