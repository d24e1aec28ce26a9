create function letter_data(d draft, rights jsonb) returns jsonb
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select jsonb_build_object('path', (select f.mount || '/voorstel/' || d.id
			from belfort.feature f where f.name = 'policy'),
		'title', d.title, 'why', d.why, 'rights', letter_data.rights,
		'from', coalesce(d.from_day,
			(date_trunc('month', now()) + interval '1 month')::date));
$$;
comment on function letter_data(draft, jsonb) is
	'What the letter about a change says; a draft without a day is as if it came in force with the next month.';
