create function books() returns json
language sql stable
security definer set search_path = payments, pg_temp
as $$
	with part as (
		select state, sum(cents) as cents from standing(claims_open())
		where state in ('waiting_account', 'ready', 'refused')
		group by state
		union all
		select 'withdrawn', sum(cents) from claim where withdrawn is not null
		union all
		select case when p.outcome = 'paid' then 'paid'
				when p.kind = 'cash' then 'cash'
				when f.released is null then 'in_file'
				when p.kind = 'order' then 'ordered' else 'released' end,
			sum(p.cents)
		from payment p left join file f on f.id = p.file
		where p.outcome is null or p.outcome = 'paid'
		group by 1
	), state(name) as (
		select unnest('{waiting_account,ready,in_file,released,paid,refused,cash,ordered,withdrawn}'::text[])
	), total as (
		select (select coalesce(sum(c.cents), 0) from claim c) as claims,
			(select coalesce(sum(p.cents), 0) from part p) as parts
	)
	select ((select jsonb_object_agg(s.name, coalesce(p.cents, 0))
			from state s left join part p on p.state = s.name)
		|| jsonb_build_object('claims', t.claims,
			'difference', t.claims - t.parts))::json
	from total t;
$$;
comment on function books() is
	'Cents by state, of what was told to pay: the states of what waits from the claims, the others from files and the counter. The difference is 0, or something is wrong.';
