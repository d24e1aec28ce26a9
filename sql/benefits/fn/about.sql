create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select json_build_object(
		'benefits.text', (select coalesce(json_agg(json_build_object(
			'name', t.name, 'saved', t.saved) order by t.saved desc), '[]')
			from text t where t.saved_by = about.account),
		'benefits.confirmation', (select coalesce(json_agg(json_build_object(
			'name', c.name, 'until', c.until, 'at', c.at) order by c.id desc), '[]')
			from confirmation c where c.confirmed_by = about.account),
		'benefits.stop', (select coalesce(json_agg(json_build_object(
			'code', s.code,
			'stopped', case when s.stopped_by = about.account then s.stopped end,
			'lifted', case when s.lifted_by = about.account then s.lifted end)
			order by s.id desc), '[]')
			from stop s where about.account in (s.stopped_by, s.lifted_by)));
$$;
comment on function about(uuid, uuid) is
	'Which rules a civil servant saved, confirmed and stopped; residents leave nothing here.';
