create function pending_done(household text) returns void
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	delete from pending p where p.household = pending_done.household;
$$;
comment on function pending_done(text) is
	'For who decides: that household was decided on, in the transaction that took it.';
