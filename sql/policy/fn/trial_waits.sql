create function trial_waits(t trial) returns boolean
language sql stable
set search_path = policy, pg_temp
return t.said is null and t.asked > now() - interval '10 minutes'
	and not trial_taken(t);
comment on function trial_waits(trial) is
	'Whether it is to be worked out: nobody waits longer than that for it.';
