create function desk(session text, voor bigint) returns json
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
		from rows r),
	shown as (select p.id, p.how, p.place from placed p
			where p.place <> 'over' and voor is null
		union all (select p.id, p.how, p.place from placed p
			where p.place = 'over' and (voor is null or p.id < voor)
			order by p.id desc limit 30))
	select json_build_object(
		'may_write', people.holds(desk.session, 'policy.write'),
		'may_publish', people.holds(desk.session, 'policy.publish'),
		'may_stop', people.holds(desk.session, 'policy.stop'),
		'is_empty', not exists (select from draft), 'older', (
			select max(p.id) + 1 from placed p where p.place = 'over'
			and p.id < (select min(s.id) from shown s where s.place = 'over')),
		'rows', coalesce((select json_object_agg(g.place, json_build_object('list', g.list)) from (
			select s.place, json_agg(desk_row(s.id, s.how) order by s.id desc) as list
			from shown s group by s.place) g), '{}'));
$$;
comment on function desk(text, bigint) is
	'All drafts, for civil servants: by what has to be done with them. Of what is over thirty, the newest, or those before VOOR.';
