create or replace function belfort.pool_grant(pool_role text, of_feature text,
	functions text[], views text[]) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	name text;
	routine regprocedure;
	view_name regclass;
begin
	execute format('grant usage on schema %I to %I', of_feature, pool_role);
	foreach name in array functions loop
		select p.oid::regprocedure into routine
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where n.nspname = of_feature and n.nspname || '.' || p.proname = name;
		if routine is null then
			raise exception 'plugin % declares the query %, which is no function of the database', of_feature, name
				using hint = format('it belongs in sql/%s/fn', of_feature);
		end if;
		execute format('grant execute on function %s to %I', routine, pool_role);
	end loop;
	foreach name in array views loop
		select c.oid::regclass into view_name
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = of_feature and n.nspname || '.' || c.relname = name
			and c.relkind in ('v', 'm');
		if view_name is null then
			raise exception 'plugin % publishes %, which is no view of the database', of_feature, name
				using hint = 'only views can be published, never tables';
		end if;
		execute format('grant select on %s to %I', view_name, pool_role);
	end loop;
end
$$;
comment on function belfort.pool_grant(text, text, text[], text[]) is
	'Gives a pool the right to execute the declared queries of a feature and to read its published views.';
