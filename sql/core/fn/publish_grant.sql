create or replace function belfort.publish_grant(of_feature text,
	functions text[], to_feature text, later boolean) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || to_feature;
	routine regprocedure;
	seen regclass;
	name text;
begin
	if not exists (select from pg_roles where rolname = owner)
		or (later and to_regnamespace(quote_ident(of_feature)) is null) then
		return;
	end if;
	execute format('grant usage on schema %I to %I', of_feature, owner);
	foreach name in array functions loop
		select p.oid::regprocedure into routine
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where n.nspname = of_feature and n.nspname || '.' || p.proname = name;
		select c.oid::regclass into seen
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = of_feature and n.nspname || '.' || c.relname = name
			and c.relkind = 'v';
		continue when routine is null and seen is null and later;
		if seen is not null then
			execute format('grant select on %s to %I', seen, owner);
		elsif routine is null then
			raise exception 'plugin % publishes %, which is no function and no view of the database', of_feature, name
				using hint = format('it belongs in sql/%s/fn', of_feature);
		else
			execute format('grant execute on function %s to %I', routine, owner);
		end if;
	end loop;
end
$$;
comment on function belfort.publish_grant(text, text[], text, boolean) is
	'Lets the functions of a feature call those that another one publishes, and read its views that it publishes. LATER: what is not there yet is granted when it comes, of two features that require each other.';
