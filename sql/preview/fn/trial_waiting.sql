create function trial_waiting() returns json
language sql stable
security definer set search_path = preview, pg_temp
as $$
	select json_build_object('waiting', policy.trial_waiting()
		and exists (select from snapshot));
$$;
comment on function trial_waiting() is
	'Whether a user of the machine waits for a preview, and there is a city to try it on.';
