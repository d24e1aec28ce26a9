create function desk(session text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object(
		'may_write', people.holds(desk.session, 'policy.write'),
		'rows', coalesce((select json_agg(draft_row(d.id) order by d.id desc)
			from draft d), '[]'));
$$;
comment on function desk(text) is 'The drafts, for civil servants.';
