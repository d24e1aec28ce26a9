create function with_texts(doc jsonb, of_draft bigint) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select (left(doc::text, -1) || ', "texts": '
		|| coalesce(draft_texts(of_draft)::text, 'null') || '}')::json;
$$;
comment on function with_texts(jsonb, bigint) is
	'A document with all texts of a draft, as they are: to make jsonb of those, and a text of that again, takes twice as long.';
