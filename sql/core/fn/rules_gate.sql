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
		('rules_record', 'document json', '%L, document', 'integer', true),
		('rules_enforce', 'version integer, who text, why text',
			'%L, version, who, why', 'boolean', true),
		('rules_now', '', '%L', 'integer', true),
		('rules_state', 'lang text', '%L, lang', 'json', true),
		('rules_version', 'version integer', '%L, version', 'json', true),
		('rules_kept', 'version integer', '%L, version', 'json', true),
		('rules_order', 'document json', '%L, document', 'bigint', true),
		('rules_order_withdraw', 'id bigint', '%L, id', 'boolean', true),
		('rules_orders', '', '%L', 'json', true),
		('rules_order_told', 'id bigint', '%L, id', 'json', true),
		('rules_order_due', '', '%L', 'json', false),
		('rules_order_end', 'id bigint, state text, version integer, fault json',
			'%L, id, state, version, fault', 'void', false),
		('rules_seen', '', '%L', 'json', false),
		('rules_look', 'seen json, fault json', '%L, seen, fault',
			'void', false))
		g(function, arguments, values, gives, for_owner)
	loop
		name := format('belfort.%I', feature || '_' || gate.function);
		execute format('create or replace function %s(%s) returns %s
			language sql security definer
			set search_path = pg_catalog, pg_temp
			return belfort.%I(' || gate.values || ')',
			name, gate.arguments, gate.gives, gate.function, feature);
		execute format('comment on function %s is %L', name,
			'For ' || feature || ' only.');
		execute format('revoke all on function %s from public', name);
		if gate.for_owner then
			execute format('grant execute on function %s to %I', name,
				owner);
		end if;
	end loop;
end
$$;
comment on function belfort.rules_gate(text) is
	'Makes the functions through which a feature reaches its own rules, and nobody else''s.';
