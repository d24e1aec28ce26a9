create function paid_how(last bigint) returns json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	with recursive chain as (
		select d.id, d.before, d.number from decision d where d.id = paid_how.last
		union all
		select d.id, d.before, d.number from chain c join decision d on d.id = c.before
	)
	select json_build_object(s.state, true) from chain c
	cross join lateral payments.state_of(c.number) s(state)
	where s.state is not null order by c.id desc limit 1;
$$;
comment on function paid_how(bigint) is
	'How far the payment of a decision, or of the last before it that was paid, is: {"ready": true}; null: nothing is paid.';
