create function trial_take() returns json
language sql
security definer set search_path = preview, pg_temp
as $$
	select policy.trial_take();
$$;
comment on function trial_take() is 'What to try next for a user of the machine.';
