create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = preview, pg_temp
as $$
	select json_build_object('preview.question',
		(select coalesce(json_agg(json_build_object('asked', q.asked, 'what', q.what,
				'points', q.points) order by q.asked), '[]')
			from question q where q.account = about.account));
$$;
comment on function about(uuid, uuid) is
	'What is kept about one person: the questions that a civil servant asked.';
