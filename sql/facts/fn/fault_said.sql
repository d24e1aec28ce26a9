create function fault_said(fault jsonb) returns jsonb
language sql immutable strict
set search_path = facts, ext, pg_temp
as $$
	select f || jsonb_build_object('is_' || (f ->> 'code'), true)
	from (select jsonb_strip_nulls(fault_said.fault) as f) t;
$$;
comment on function fault_said(jsonb) is 'A fault, for the template that has the words.';
