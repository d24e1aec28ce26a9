create function source_failed(source text, file text, sha256 text, faults json)
returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	begun json := delivery_begin(source_failed.source, source_failed.file,
		source_failed.sha256);
begin
	return delivery_broken((begun ->> 'delivery')::bigint, faults::jsonb);
end;
$$;
comment on function source_failed(text, text, text, json) is
	'A source did not answer, or not with rows: FAULTS is [{"code", "line", "column", "text"}].';
