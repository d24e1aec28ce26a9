create function ending_drop(session text, id bigint) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	update ending e set dropped = now()
	where e.draft = ending_drop.id and e.asked_by = who(ending_drop.session)
	and e.agreed is null and e.dropped is null
	returning '{}'::json;
$$;
comment on function ending_drop(text, bigint) is
	'Who asked to withdraw a draft does not want it any more.';
