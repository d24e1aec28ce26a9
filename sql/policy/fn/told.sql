create function told() returns setof draft
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with went as (
		select 'benefits' as feature, o.id, o.state from orders('benefits') o
		union all
		select 'budget', o.id, o.state from orders('budget') o
	)
	select (jsonb_populate_record(d, jsonb_build_object('state', s.state))).*
	from draft d
	left join went w on d.state = 'ordered' and w.id = d.order_id
		and w.feature = d.feature
	cross join lateral (select how_far(d.state, w.state) as state) s
	where s.state <> 'draft'
	and (d.state <> 'withdrawn' or d.published is not null);
$$;
comment on function told() is
	'The drafts that everybody may read: they wait for a second person, or had one. Their state is as state_of() tells it, from one look at all orders.';
