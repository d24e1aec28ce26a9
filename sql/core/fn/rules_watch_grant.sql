create or replace function belfort.rules_watch_grant(pool_role text,
	feature text, functions text[]) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	gate text;
begin
	perform belfort.pool_grant(pool_role, feature, functions, '{}');
	execute format('grant usage on schema belfort to %I', pool_role);
	foreach gate in array array['rules_kept', 'rules_seen', 'rules_look',
			'rules_order_due', 'rules_order_end'] loop
		execute format('grant execute on function belfort.%I to %I',
			feature || '_' || gate, pool_role);
	end loop;
end
$$;
comment on function belfort.rules_watch_grant(text, text, text[]) is
	'What the background work of one feature with rules calls.';
