create or replace function belfort.fill_grant(jobs_role text, of_feature text,
	tables text[]) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	name text;
	filled regclass;
begin
	foreach name in array tables loop
		select c.oid::regclass into filled
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = of_feature and n.nspname || '.' || c.relname = name
			and c.relkind in ('r', 'p');
		if filled is null then
			raise exception 'plugin % fills %, which is no table of the database', of_feature, name;
		end if;
		execute format('grant insert on %s to %I', filled, jobs_role);
	end loop;
end
$$;
comment on function belfort.fill_grant(text, text, text[]) is
	'Lets the background work add rows to tables of a feature, and nothing else with them.';
