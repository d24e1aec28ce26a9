create function trial_waiting() returns boolean
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select exists (select from trial t where trial_waits(t));
$$;
comment on function trial_waiting() is
	'For the plugin preview: whether there is something to try.';
