create function trial_taken(t trial) returns boolean
language sql stable
set search_path = policy, pg_temp
return exists (select from pg_stat_activity a where a.pid = t.taken_by);
comment on function trial_taken(trial) is
	'Whether somebody works it out: who was killed does not any more.';
