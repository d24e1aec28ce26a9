create function wanted() returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select coalesce(benefits.vocabulary(), '{}');
$$;
comment on function wanted() is 'The rule files in force, which say what facts there are.';
