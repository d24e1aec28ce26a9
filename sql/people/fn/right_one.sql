create function right_one(session text, nr bigint, lang text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('nr', r.nr, 'who', r.who, 'label', r.label,
		'service', r.service, 'neighbourhood', r.neighbourhood,
		'from_day', r.from_day, 'to_day', r.to_day, 'reason', r.reason,
		'given_by', r.given_by, 'given', r.given, 'taken_by', r.taken_by,
		'taken', r.taken, 'taken_reason', r.taken_reason,
		'is_' || r.state, true, 'open', r.state in ('now', 'coming'))
	from who(right_one.session) w, grant_rows(w.account, right_one.lang) r
	where r.nr = right_one.nr;
$$;
comment on function right_one(text, bigint, text) is 'One right that was given.';
