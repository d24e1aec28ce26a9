create function trial_end(trial bigint, document json, fault text) returns json
language sql
security definer set search_path = preview, pg_temp
as $$
	select policy.trial_end(trial_end.trial, trial_end.document, trial_end.fault);
	select json_build_object('told', true);
$$;
comment on function trial_end(bigint, json, text) is
	'Tells a user of the machine what came out, or why nothing did.';
