create function in_force_kept(version integer, stops bigint default null)
returns void
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
declare
	here json;
begin
	perform pg_advisory_xact_lock_shared(
		hashtextextended('belfort rules benefits', 0));
	here := in_force();
	if (here ->> 'version')::integer is distinct from in_force_kept.version
		or (here ->> 'stops')::bigint <> in_force_kept.stops then
		raise exception 'other rules are in force'
			using errcode = 'serialization_failure';
	end if;
end;
$$;
comment on function in_force_kept(integer, bigint) is
	'For other features: that version is in force until this transaction ends, and nothing of it is stopped or goes on, because who does that waits for the same lock; else the transaction has to be done again. STOPS as in_force() told it; null: it was looked at already.';
