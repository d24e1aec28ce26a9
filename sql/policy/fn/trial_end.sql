create function trial_end(trial bigint, document json, fault text) returns void
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	update trial t set files = '[]', said = json_build_object(
		'document', trial_end.document, 'fault', trial_end.fault)
	where t.id = trial_end.trial and t.said is null;
$$;
comment on function trial_end(bigint, json, text) is
	'For the plugin preview: what came out, or why nothing did.';
