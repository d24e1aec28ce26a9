-- Who may do what in the database: pools execute what is declared and read
-- what is published, nothing else.
begin;
select plan(16);

-- What a feature keeps of somebody it does not know: each table, without rows.
create function pg_temp.kept_of_somebody(about text) returns jsonb language plpgsql as $$
declare result jsonb;
begin
	execute format('select %s(gen_random_uuid(), gen_random_uuid())', about) into result;
	return result;
end $$;

create temp view feature as
	select n.oid, n.nspname as name, r.oid as owner
	from pg_namespace n join pg_roles r on r.rolname = 'belfort_' || n.nspname
	where n.nspowner = r.oid
	or pg_get_userbyid(n.nspowner) = belfort.apart_owner(n.nspname);

create temp view pool as
	select oid, rolname as name from pg_roles
	where rolname like 'belfort\_%' and rolcanlogin;

create temp view routine as
	select p.*, f.name as feature, p.oid::regprocedure::text as called
	from pg_proc p join feature f on f.oid = p.pronamespace;

create temp view relation as
	select c.*, f.name as feature, c.oid::regclass::text as called
	from pg_class c join feature f on f.oid = c.relnamespace
	where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not c.relispartition;

select ok(count(*) >= 1, 'there is a feature') from feature;
select ok(count(*) >= 1, 'there is a pool') from pool;

select is_empty($$
	select name from pool join pg_roles using (oid)
	where rolsuper or rolcreaterole or rolcreatedb or rolreplication
		or rolbypassrls or rolinherit
	union select p.name from pool p join pg_auth_members m on m.member = p.oid
$$, 'a pool has no rights by its role, and belongs to no other');

select is_empty($$
	select f.name from feature f join pg_roles r on r.oid = f.owner
	where r.rolcanlogin or r.rolsuper or r.rolcreaterole
$$, 'nobody logs in as the owner of a feature');

select is_empty($$
	select p.name, r.called from pool p, relation r
	where r.relkind not in ('v', 'm', 'S')
		and (has_table_privilege(p.oid, r.oid,
			'select, update, delete, truncate, references, trigger')
			or (has_table_privilege(p.oid, r.oid, 'insert')
				and (p.name, r.called) <> ('belfort_jobs', 'grants.outcome')))
	union select p.name, r.called from pool p, relation r
	where r.relkind in ('v', 'm')
		and has_table_privilege(p.oid, r.oid,
			'insert, update, delete, truncate, references, trigger')
	union select p.name, r.called from pool p, relation r
	where r.relkind = 'S' and has_sequence_privilege(p.oid, r.oid, 'usage, select, update')
$$, 'a pool has no right on a table or a sequence; background work adds rows where a plugin says so');

select is_empty($$
	select p.name, r.called from pool p, relation r
	where r.relkind in ('v', 'm') and has_table_privilege(p.oid, r.oid, 'select')
		and r.relname !~ '^open_'
		and (p.name not in ('belfort_jobs', 'belfort_preview_pool') or r.relname !~ '^whole_'
			or (p.name = 'belfort_preview_pool' and r.feature <> 'preview'))
$$, 'a pool reads only views that are called open_; background work, and a pool of its own, those that are called whole_');

select is_empty($$
	select called from routine
	where prosecdef and prorettype <> 'trigger'::regtype
	except select r.called from routine r, pool p
	where has_function_privilege(p.oid, r.oid, 'execute')
	except select r.called from routine r, feature f
	where f.name <> r.feature and has_function_privilege(f.owner, r.oid, 'execute')
	except select about::regproc::oid::regprocedure::text from belfort.feature
	where about is not null
$$, 'what runs with the rights of its owner is what pools or other features may execute, or tells what is kept of somebody');

select is_empty($$
	select p.name, f.about from belfort.feature f, pool p
	where has_function_privilege(p.oid, f.about::regproc::oid, 'execute')
$$, 'no pool asks what is kept of somebody');

select is_empty($$
	select t.relation from (
		select c.oid, f.name as feature, c.oid::regclass::text as relation
		from feature f join pg_class c on c.relnamespace = f.oid
		join pg_attribute a on a.attrelid = c.oid
		where c.relkind in ('r', 'p') and not c.relispartition
		and a.atttypid = 'uuid'::regtype
		and a.attname in ('account', 'resident', 'actor', 'on_behalf')
		and exists (select from belfort.personal p
			where p.relation = c.oid::regclass::text and purpose is not null)
	) t left join belfort.feature b on b.name = t.feature
	where b.about is null or not pg_temp.kept_of_somebody(b.about) ? t.relation
$$, 'each table that is about people is in what its feature tells of somebody');

select is_empty($$
	select p.name, r.called from routine r, pool p
	where has_function_privilege(p.oid, r.oid, 'execute')
		and not r.prosecdef
$$, 'and pools may execute nothing else');

select is_empty($$
	select called from routine
	where proowner <> (select owner from feature f where f.name = feature)
	union select called from relation
	where relowner <> (select owner from feature f where f.name = feature)
	and pg_get_userbyid(relowner) <> belfort.apart_owner(feature)
$$, 'what is in a feature''s schema belongs to the feature, or is kept apart from it');

select is_empty($$
	select r.called, g.rolname, p.privilege
	from relation r, pg_roles g, unnest(array['select', 'insert', 'update',
		'delete', 'truncate', 'references', 'trigger']) p(privilege)
	where pg_get_userbyid(r.relowner) = belfort.apart_owner(r.feature)
	and r.relkind <> 'S' and g.rolname like 'belfort%'
	and not pg_has_role(g.oid, r.relowner, 'member')
	and has_table_privilege(g.oid, r.oid, p.privilege)
	and not (g.rolname = 'belfort_' || r.feature and p.privilege in ('select', 'insert'))
$$, 'what is kept apart is read and added to by its feature alone');

select set_eq($$
	select m.rolname from feature f
	join pg_roles k on k.rolname = belfort.apart_owner(f.name)
	join pg_roles m on pg_has_role(m.oid, k.oid, 'member')
	where m.oid <> k.oid and not m.rolsuper
$$, $$
	select pg_get_userbyid(datdba) from pg_database where datname = current_database()
$$, 'who may change it is the owner of the database, and no role of the running system');

select is_empty($$
	select called from routine
	where not exists (
		select from unnest(proconfig) c
		where c ~ '^search_path=.*pg_temp$'
			and split_part(split_part(c, '=', 2), ',', 1) in (feature, 'pg_catalog')
			and c !~ '(public|\$user)')
$$, 'each function looks only in its own schema, and last in pg_temp');

select is_empty($$
	select p.name, n.nspname from pool p, pg_namespace n
	where n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast\_temp%'
		and has_schema_privilege(p.oid, n.oid, 'create')
	union select p.name, n.nspname from pool p, pg_namespace n
	where n.nspname = 'ext' and has_schema_privilege(p.oid, n.oid, 'usage')
	union select p.name, c.relname from pool p, pg_class c
	where c.relnamespace = 'belfort'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
		and has_table_privilege(p.oid, c.oid,
			'select, insert, update, delete, truncate, references, trigger')
	union select p.name, r.oid::regprocedure::text from pool p, pg_proc r
	where r.pronamespace = 'belfort'::regnamespace
		and has_function_privilege(p.oid, r.oid, 'execute')
		and r.proname not in ('guests_watch', 'retention_due', 'retention_run')
		and r.proname !~ '_rules_(kept|seen|look|order_due|order_end)$'
	union select p.name, 'database' from pool p
	where has_database_privilege(p.oid, current_database(), 'create')
$$, 'a pool makes nothing, and sees nothing of the host''s books');

select is_empty($$
	select called from routine where obj_description(oid, 'pg_proc') is null
	union select called from relation
	where obj_description(oid, 'pg_class') is null and relkind <> 'S'
$$, 'everything has a comment');

select * from finish();
rollback;
