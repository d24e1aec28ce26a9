create or replace function belfort.feature_close(of_feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	holder text;
	kind text;
begin
	for holder in
		with object(acl, owner, oid) as (
			select nspacl, nspowner, oid from pg_namespace
			where nspname = of_feature
			union all
			select c.relacl, c.relowner, c.oid
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = of_feature
			union all
			select a.attacl, c.relowner, c.oid
			from pg_attribute a
			join pg_class c on c.oid = a.attrelid
			join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = of_feature
			union all
			select p.proacl, p.proowner, p.oid
			from pg_proc p join pg_namespace n on n.oid = p.pronamespace
			where n.nspname = of_feature
		)
		select distinct case a.grantee when 0 then 'public'
			else a.grantee::regrole::text end
		from object, aclexplode(acl) a
		where a.grantee <> object.owner and not exists (
			select from pg_roles r where r.oid = a.grantee and r.rolname in
			('belfort_' || of_feature, belfort.apart_owner(of_feature)))
		union
		select 'public'
	loop
		foreach kind in array array['all tables in', 'all sequences in',
			'all routines in', '']
		loop
			execute format('revoke all on %s schema %I from %s', kind,
				of_feature, holder);
		end loop;
	end loop;
end
$$;
comment on function belfort.feature_close(text) is
	'Takes every right on a feature from all but its owner; belfort.pool_grant gives back what is declared.';
