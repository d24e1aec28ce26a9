create function in_force_kept(version integer) returns void
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
begin
	perform pg_advisory_xact_lock_shared(
		hashtextextended('belfort rules benefits', 0));
	if belfort.benefits_rules_now() is distinct from in_force_kept.version then
		raise exception 'another version of the rules is in force'
			using errcode = 'serialization_failure';
	end if;
end;
$$;
comment on function in_force_kept(integer) is
	'For other features: that version is in force until this transaction ends, because who puts another one in force waits for the same lock; else the transaction has to be done again.';
