create or replace function belfort.is_partitioned(relation text, since text)
returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from pg_partitioned_table t
		join pg_attribute a on a.attrelid = t.partrelid
			and a.attnum = t.partattrs[0] and a.attname = since
		where t.partrelid = relation::regclass and t.partstrat = 'r');
$$;
comment on function belfort.is_partitioned(text, text) is
	'Whether a table stands in partitions by ranges of that column: then whole partitions go, never rows.';
