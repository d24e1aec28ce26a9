create or replace function belfort.feature_prepare(feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || feature;
	found_owner text;
begin
	if not exists (select from pg_roles where rolname = owner) then
		execute format('create role %I nologin', owner);
	end if;
	if (select rolcanlogin from pg_roles where rolname = owner) then
		raise exception 'role % signs in, and would own the schema %', owner, feature
			using hint = format('name another role for its pool: %s_pool', owner);
	end if;
	if not pg_has_role(current_user, owner, 'member') then
		execute format('grant %I to current_user', owner);
	end if;
	select nspowner::regrole::text into found_owner
	from pg_namespace where nspname = feature;
	if found_owner is null then
		execute format('create schema %I authorization %I', feature, owner);
	elsif found_owner not in (quote_ident(owner),
			quote_ident(belfort.apart_owner(feature))) then
		raise exception 'schema % belongs to %, not to %', feature, found_owner, owner
			using hint = 'give it to that role, or drop it';
	end if;
	execute format('grant usage on schema ext to %I', owner);
	revoke all on all routines in schema belfort from public;
	execute format('revoke all on all routines in schema belfort from %I', owner);
	execute format('grant usage on schema belfort to %I', owner);
	execute format('grant select on belfort.feature, belfort.personal,
		belfort.removal, belfort.permission, belfort.look, belfort.page,
		belfort.channel, belfort.form to %I', owner);
	perform belfort.rules_gate(feature);
end
$$;
comment on function belfort.feature_prepare(text) is
	'Makes the owner role and the schema of a feature, if they are not there.';
