create or replace function belfort.pool_prepare(pool_role text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	powerful boolean;
begin
	if pool_role = current_user then
		raise exception 'role % owns the database and cannot serve a pool', pool_role
			using hint = 'name a role of its own in the configuration';
	end if;
	select rolsuper or rolreplication or rolbypassrls
		or exists (select from pg_auth_members where member = r.oid)
	into powerful
	from pg_roles r where rolname = pool_role;
	if powerful is null then
		execute format('create role %I login noinherit', pool_role);
	elsif powerful then
		raise exception 'role % has rights that no pool may have', pool_role
			using hint = 'it is a superuser or a member of another role: name a role of its own in the configuration';
	else
		execute format('alter role %I login noinherit nocreaterole nocreatedb',
			pool_role);
	end if;
	execute format('grant connect on database %I to %I', current_database(),
		pool_role);
end
$$;
comment on function belfort.pool_prepare(text) is
	'Makes the role that a pool logs in with. It has no right but to connect.';
