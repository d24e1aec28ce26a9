-- What the roles of pools may do: run the declared functions, read the
-- published views, and nothing else.
begin;
create extension if not exists pgtap;
select plan(8);

create view pg_temp.feature as
select n.oid, n.nspname, n.nspowner::regrole::text as owner
from pg_namespace n join pg_roles r on r.oid = n.nspowner
where r.rolname = 'belfort_' || n.nspname;

create view pg_temp.pool as
select oid, rolname from pg_roles
where rolname like 'belfort\_%' and rolcanlogin;

select isnt_empty('select * from pg_temp.feature', 'there are features');
select isnt_empty('select * from pg_temp.pool', 'there are pools');
select is_empty($$
	select rolname from pg_roles where rolname in
		(select owner from pg_temp.feature) and rolcanlogin
$$, 'nobody signs in as a feature''s owner');
select is_empty($$
	select p.oid::regprocedure from pg_proc p
	join pg_temp.feature f on f.oid = p.pronamespace
	where has_function_privilege('public', p.oid, 'execute')
$$, 'no function is for everybody');
select is_empty($$
	select p.oid::regprocedure from pg_proc p
	join pg_temp.feature f on f.oid = p.pronamespace
	where not coalesce(array_to_string(p.proconfig, ' ')
		like '%search_path=%', false)
$$, 'every function has a search_path of its own');
select is_empty($$
	select r.rolname, p.oid::regprocedure from pg_proc p
	join pg_temp.feature f on f.oid = p.pronamespace
	cross join pg_temp.pool r
	where has_function_privilege(r.oid, p.oid, 'execute')
	and not p.prosecdef
$$, 'what a pool may run is SECURITY DEFINER');
select is_empty($$
	select r.rolname, c.oid::regclass from pg_class c
	join pg_temp.feature f on f.oid = c.relnamespace
	cross join pg_temp.pool r
	where c.relkind in ('r', 'p', 'v', 'm', 'S')
	and not (c.relkind = 'v' and c.relname like 'open\_%')
	and (case when c.relkind = 'S'
		then has_sequence_privilege(r.oid, c.oid, 'usage')
		else has_table_privilege(r.oid, c.oid,
			'select, insert, update, delete, truncate') end)
$$, 'a pool has no right on any table');
select is_empty($$
	select c.oid::regclass::text from pg_class c
	join pg_temp.feature f on f.oid = c.relnamespace
	where c.relkind in ('r', 'p', 'v')
	and obj_description(c.oid, 'pg_class') is null
	union all
	select p.oid::regprocedure::text from pg_proc p
	join pg_temp.feature f on f.oid = p.pronamespace
	where obj_description(p.oid, 'pg_proc') is null
$$, 'every table, view and function says in the database what it is');

select * from finish();
rollback;
