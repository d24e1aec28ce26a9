create or replace function belfort.partitions_of(relation text, since text)
returns table (name text, until timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.oid::regclass::text,
		substring(pg_get_expr(c.relpartbound, c.oid)
			from $x$TO \('([^']+)'\)$x$)::timestamptz
	from pg_partitioned_table t
	join pg_attribute a on a.attrelid = t.partrelid
		and a.attnum = t.partattrs[0] and a.attname = since
	join pg_inherits i on i.inhparent = t.partrelid
	join pg_class c on c.oid = i.inhrelid
	where t.partrelid = relation::regclass and t.partstrat = 'r'
	and t.partnatts = 1;
$$;
comment on function belfort.partitions_of(text, text) is
	'Partitions of a table by ranges of that column, and the end of each.';
