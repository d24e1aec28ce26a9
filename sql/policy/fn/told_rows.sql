create function told_rows(how text[], names json default null) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('rows', json_agg(json_build_object('id', d.id,
			'title', d.title, 'why', d.why, 'is_budget', d.feature = 'budget',
			's', json_build_object(d.state, true), 'offered', d.offered,
			'from_day', d.from_day) order by d.from_day, d.id desc))
	from told() d
	where d.state = any (how) and (told_rows.names is null
		or (d.feature = 'benefits' and exists (select from changed_files(d.id) c
			where c.name in (select json_array_elements_text(told_rows.names)))))
	having count(*) > 0;
$$;
comment on function told_rows(text[], json) is
	'The drafts that everybody may read and that are so far; of those only which change one of these files of the rules about rights. Null: none.';
