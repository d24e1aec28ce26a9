create function comment_remove(session text, id bigint, nr bigint) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	update comment c set removed = now(), text = '–'
	where c.draft = comment_remove.id and c.id = nr and c.removed is null
	and c.account = who(comment_remove.session)
	returning '{}'::json;
$$;
comment on function comment_remove(text, bigint, bigint) is
	'Somebody takes back what they said; its place stays.';
