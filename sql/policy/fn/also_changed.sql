create function also_changed(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with own as (select c.name from changed_files(d.id) c)
	select json_agg(json_build_object('id', x.id, 'title', x.title,
			'from_day', x.from_day, 'names', n.names) order by x.id)
	from draft x cross join lateral (
		select string_agg(c.name, ', ' order by c.name) as names
		from changed_files(x.id) c where c.name in (select name from own)) n
	where x.feature = d.feature and x.id <> d.id
	and (x.state in ('draft', 'offered')
		or (x.state = 'ordered' and x.from_day >= current_date))
	and n.names is not null and state_of(x) in ('draft', 'offered', 'waiting');
$$;
comment on function also_changed(draft) is
	'Other drafts that are not in force and change files of this one too; null: none.';
