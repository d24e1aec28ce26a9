create function settle(document json) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	home jsonb;
	of_version integer := (document ->> 'version')::integer;
	n integer := 0;
	bad integer := 0;
begin
	for home in select x from jsonb_array_elements(document::jsonb -> 'households') x loop
		begin
			perform settle_home(home, of_version);
			delete from stuck s where s.household = home ->> 'household';
		exception
			when serialization_failure or deadlock_detected or lock_not_available
				or query_canceled or insufficient_resources or operator_intervention
				or syntax_error_or_access_rule_violation or feature_not_supported then
				raise;
			when others then
				insert into stuck as s (household, why)
				values (home ->> 'household', sqlstate)
				on conflict (household) do update set why = excluded.why, at = now();
				bad := bad + 1;
		end;
		perform facts.pending_done(home ->> 'household');
		n := n + 1;
	end loop;
	return json_build_object('done', n, 'stuck', (select count(*) from stuck),
		'failed', n >= 10 and bad = n);
end;
$$;
comment on function settle(json) is
	'Keeps what was decided for the households that take() gave, in its transaction. One that cannot be kept is put aside, and holds up no other. FAILED: of ten or more none could be.';
