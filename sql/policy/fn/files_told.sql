create function files_told(of_draft bigint) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_agg((f - 'moved')::json)
	from draft d, jsonb_array_elements(files_of(d) -> 'files') f
	where d.id = files_told.of_draft;
$$;
comment on function files_told(bigint) is
	'The files that a draft changes, for everybody: what a writer has to do with them is left out.';
