create function answer_lines(said jsonb, of_file bigint)
returns table (payment bigint, outcome text, reason text)
language sql stable
set search_path = payments, pg_temp
as $$
	with told as (
		select p.id, coalesce(t.one ->> 'status', g.one ->> 'status',
				said ->> 'status') as status,
			coalesce(t.one ->> 'reason', g.one ->> 'reason',
				said ->> 'reason', 'MS03') as reason
		from payment p
		left join lateral (select e as one
			from jsonb_array_elements(said -> 'groups') e limit 1) g on true
		left join lateral (select e as one
			from jsonb_array_elements(said -> 'groups') h,
				jsonb_array_elements(h -> 'payments') e
			where e ->> 'id' = p.reference limit 1) t on true
		where p.file = of_file
	)
	select id, case when status = 'RJCT' then 'refused' else 'paid' end, reason
	from told where status in ('RJCT', 'ACSC', 'ACCC');
$$;
comment on function answer_lines(jsonb, bigint) is
	'What an answer means for each payment: what it says of that one counts before what it says of all. ACSC and ACCC: paid; RJCT: refused; by all others (ACCP, ACSP, PDNG, PART) nothing is final.';
