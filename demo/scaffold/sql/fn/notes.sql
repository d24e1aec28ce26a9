create function notes(lang text) returns json
language sql stable
security definer set search_path = example, pg_temp
as $$
	select json_build_object('has_rows', count(*) > 0, 'rows',
		json_agg(json_build_object('body', body, 'made', made,
			'heading', coalesce(title ->> lang, title ->> 'nl'))
			order by nr, id desc))
	from (select * from note order by id desc limit 100) n
	left join heading h on h.code = n.heading;
$$;
comment on function notes(text) is
	'The last hundred notes, those under the first heading first.';
