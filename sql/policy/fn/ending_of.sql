create function ending_of(of_draft bigint, me uuid) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('by', named(e.asked_by), 'asked', e.asked,
		'why', e.why, 'mine', e.asked_by = me)
	from ending e
	where e.draft = of_draft and e.agreed is null and e.dropped is null;
$$;
comment on function ending_of(bigint, uuid) is
	'Who asked to withdraw a draft that is ordered, when nobody agreed yet.';
