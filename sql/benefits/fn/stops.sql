create function stops() returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
			'code', s.code, 'title', r.title, 'since', s.stopped,
			'reason', s.reason, 'open', s.lifted is null,
			'failed', s.stopped_by is null,
			'by', (select name from people.account_named(s.stopped_by)),
			'lifted', s.lifted, 'lift_reason', s.lift_reason,
			'lifted_by', (select name from people.account_named(s.lifted_by)))
		order by s.id desc), '[]'))
	from stop s
	left join lateral (select x.title from rule x where x.code = s.code
		order by x.version desc limit 1) r on true;
$$;
comment on function stops() is
	'Each time that a rule was stopped, the newest first: since when, why, by whom, and how it went on. FAILED: nobody did, deciding by it failed.';
