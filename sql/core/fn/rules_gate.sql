create or replace function belfort.rules_gate(feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || feature;
	gate record;
	name text;
begin
	for gate in select * from (values
		('rules_record', 'document json', '%L, document', 'integer'),
		('rules_enforce', 'version integer, who text, why text',
			'%L, version, who, why', 'boolean'),
		('rules_state', 'lang text', '%L, lang', 'json'),
		('rules_version', 'version integer', '%L, version', 'json'))
		g(function, arguments, values, gives)
	loop
		name := format('belfort.%I', feature || '_' || gate.function);
		execute format('create or replace function %s(%s) returns %s
			language sql security definer
			set search_path = pg_catalog, pg_temp
			return belfort.%I(' || gate.values || ')',
			name, gate.arguments, gate.gives, gate.function, feature);
		execute format('comment on function %s is %L', name,
			'For the functions of ' || feature || ' only.');
		execute format('revoke all on function %s from public', name);
		execute format('grant execute on function %s to %I', name, owner);
	end loop;
end
$$;
comment on function belfort.rules_gate(text) is
	'Makes the functions through which a feature reaches its own rules, and nobody else''s.';
