create function together() returns json
language sql stable
set search_path = preview, pg_temp
as $$
	select json_build_object('questions', count(*), 'people', count(distinct q.account),
		'points', coalesce(sum(q.points), 0), 'wide', sum(q.points) > allowance())
	from question q where q.asked >= current_date having count(*) > 0;
$$;
comment on function together() is
	'How much was asked about the whole city today, by how many civil servants. WIDE: more than one may ask, so who puts the answers of several beside each other learns more than the noise is made for. Null: nobody did.';
