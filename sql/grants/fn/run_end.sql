create function run_end(document json) returns json
language sql
security definer set search_path = grants, ext, pg_temp
as $$
	update run t set ended = clock_timestamp(),
		rules = (document -> 'rules')::jsonb,
		households = (select count(*) from whole_known),
		persons = (select count(*) from whole_known_person)
	where t.id = (document ->> 'run')::integer;
	select access.note_many('facts.rule', 'rule', null, r ->> 'code', t.version)
	from run t, json_array_elements(document -> 'rules') r
	where t.id = (document ->> 'run')::integer;
	select '{}'::json;
$$;
comment on function run_end(json) is
	'Ends a run, in its transaction; each rule is in the log of everybody once.';
