create function moves(document json, lang text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select budget.preview_moves(document, lang);
$$;
comment on function moves(json, text) is
	'What rules of the budget that are tried would move, in euros.';
