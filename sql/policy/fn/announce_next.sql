create function announce_next() returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select coalesce((select json_build_object('draft', d.id,
			'known', a.draft is not null, 'undo', d.state <> 'waiting',
			'names', (select json_agg(c.name) from changed_files(d.id) c),
			'texts', case when a.draft is null then draft_texts(d.id) end)
		from told() d left join announcement a on a.draft = d.id
		where case d.state
			when 'waiting' then d.feature = 'benefits'
				and d.from_day > current_date
				and (d.published < now() - interval '1 hour'
					or d.from_day = current_date + 1)
				and a.looked is distinct from current_date
			else d.state <> 'done' and exists (select from announced n
				where n.draft = d.id and n.taken_back is null) end
		order by d.from_day, d.id limit 1), '{}');
$$;
comment on function announce_next() is
	'The next draft of which people have to be told: it comes in force later, and was ordered an hour ago so that what was a mistake is told to nobody; or it does not come after all. {}: none.';
