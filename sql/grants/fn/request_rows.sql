create function request_rows(of_household text, lang text) returns json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select json_build_object('rows', json_agg(json_build_object('made', r.made,
		'due', r.due, 'late', r.decided is null and r.due < current_date,
		'open', r.decided is null, 'decided', r.decided,
		'confirmed', r.confirmed, 'reason', r.reason,
		'answers', r.answers) order by r.made desc))
	from request r where r.household = of_household
	and r.made > now() - interval '1 year' having count(*) > 0;
$$;
comment on function request_rows(text, text) is 'What a household answered this year, and what came of it.';
