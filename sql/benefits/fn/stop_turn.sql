create function stop_turn() returns void
language sql
set search_path = benefits, pg_temp
as $$
	select pg_advisory_xact_lock(hashtextextended('belfort rules benefits', 0));
$$;
comment on function stop_turn() is
	'Waits for who decides by the rules in force, and lets nobody begin until this is kept: after a stop nothing comes that was decided before it.';
