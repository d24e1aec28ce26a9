create function neighbourhoods() returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	with sums as (select number, count(distinct n.id) as actions,
			sum(cents)::bigint as cents
		from mention m join node n on n.id = m.node
		join amount a on a.node = n.id group by number),
	linked as (select count(distinct n.id) as actions,
			coalesce(sum(cents), 0)::bigint as cents
		from node n join amount a on a.node = n.id
		where n.id in (select node from mention)),
	whole as (select sum(cents)::bigint as cents,
			(select count(*) from node m where m.nis = n.nis
				and m.view = 'doelen' and m.level = 3) as actions
		from node n join city using (nis) join amount a on a.node = n.id
		where path = 'doelen' group by n.nis)
	select json_build_object('is_places', true,
		'linked', json_build_object('cents', linked.cents,
			'actions', linked.actions, 'of_actions', whole.actions,
			'of_cents', whole.cents,
			'share', round(linked.cents::numeric
				/ nullif(whole.cents, 0), 4),
			'neighbourhoods', (select count(*) from sums),
			'of_neighbourhoods', (select count(*) from neighbourhood)),
		'rows', (select json_agg(json_build_object('number', number,
				'name', name, 'col', col, 'row', row,
				'named', actions is not null,
				'actions', coalesce(actions, 0),
				'cents', coalesce(cents, 0)) order by number)
			from neighbourhood left join sums using (number)))
	from linked, whole;
$$;
comment on function neighbourhoods() is
	'The tile map: what of the plan names which neighbourhood.';
