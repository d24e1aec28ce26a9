create function moves_lines() returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select budget.preview_lines();
$$;
comment on function moves_lines() is 'The lines of the budget, for trying rules on them.';
