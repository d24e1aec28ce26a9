create or replace function belfort.apart_close(of_feature text, tables text[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || of_feature;
	keeper text := belfort.apart_owner(of_feature);
	name text;
begin
	if tables = '{}' then
		return;
	elsif not exists (select from pg_roles where rolname = keeper) then
		execute format('create role %I nologin', keeper);
	end if;
	if not pg_has_role(current_user, keeper, 'member') then
		execute format('grant %I to current_user', keeper);
	end if;
	-- Who owns the schema could drop what is in it.
	execute format('alter schema %I owner to %I', of_feature, keeper);
	execute format('grant usage, create on schema %I to %I, %I', of_feature,
		owner, keeper);
	execute format('grant usage on schema ext to %I', keeper);
	for name in
		select t from unnest(tables) t
		union
		select relid::text from unnest(tables) t, pg_partition_tree(t::regclass)
		except
		select belfort.apart_tables(of_feature)
	loop
		execute format('alter table %s owner to %I', name, keeper);
	end loop;
	-- A partition takes its triggers over.
	for name in
		select distinct tgfoid::regprocedure::text from pg_trigger
		where tgrelid = any (tables::regclass[]) and not tgisinternal
	loop
		execute format('grant execute on function %s to %I', name, keeper);
	end loop;
	foreach name in array tables loop
		execute format('revoke all on %s from %I', name, owner);
		execute format('grant select, insert on %s to %I', name, owner);
	end loop;
end
$$;
comment on function belfort.apart_close(text, text[]) is
	'From now on nothing of the running system changes those tables of a feature: its functions read them and add rows.';
