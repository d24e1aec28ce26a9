create function desk(session text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	with ordered as (
		select 'benefits' as feature, o.id, o.state from orders('benefits') o
		union all select 'budget', o.id, o.state from orders('budget') o),
	rows as (select d.*, how_far(d.state, o.state) as how, h.role
		from draft d
		left join ordered o on o.feature = d.feature and o.id = d.order_id
		left join hand h on h.draft = d.id and h.account = who(desk.session)),
	placed as (select r.*, case
			when how in ('conflict', 'failed') then 'wrong'
			when how = 'waiting' then 'coming'
			when how in ('done', 'withdrawn') then 'over'
			when how = 'offered' and role is distinct from 'writer' then 'waits'
			when role = 'writer' then 'mine'
			else 'others' end as place
		from rows r)
	select json_build_object(
		'may_write', people.holds(desk.session, 'policy.write'),
		'may_publish', people.holds(desk.session, 'policy.publish'),
		'may_stop', people.holds(desk.session, 'policy.stop'),
		'is_empty', not exists (select from draft),
		'rows', coalesce((select json_object_agg(g.place, json_build_object('list', g.list)) from (
			select p.place, json_agg(desk_row(p.id, p.how) order by p.id desc) as list
			from placed p group by p.place) g), '{}'));
$$;
comment on function desk(text) is
	'All drafts, for civil servants: by what has to be done with them.';
