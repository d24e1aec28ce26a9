create function faults_said(faults jsonb) returns jsonb
language sql immutable
set search_path = facts, ext, pg_temp
as $$
	select coalesce(jsonb_agg(fault_said(f) order by place), '[]')
	from jsonb_array_elements(faults_said.faults) with ordinality g(f, place);
$$;
comment on function faults_said(jsonb) is 'Faults, for the template that has the words.';
