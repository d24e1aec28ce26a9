create function aside_drop(session text, id bigint, nr bigint) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	update aside a set settled = now()
	where a.draft = aside_drop.id and a.id = nr and a.settled is null
	and a.account = who(aside_drop.session)
	returning '{}'::json;
$$;
comment on function aside_drop(text, bigint, bigint) is
	'Somebody does not need their text any more; it stays where it is kept.';
