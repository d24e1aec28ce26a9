create or replace function belfort.removal_of(relation text, columns text[],
	since text, before timestamptz) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	of_table regclass := relation;
	old text := format('%I < %L::timestamptz', since, before);
	emptied text[];
	needed boolean;
begin
	select array_agg(quote_ident(attname)), bool_or(attnotnull)
	into emptied, needed from pg_attribute
	where attrelid = of_table and attname = any (columns);
	if emptied is null or needed then
		return format('delete from %s where %s and ctid = any (array(
			select ctid from %1$s where %2$s limit 5000))',
			of_table, old);
	end if;
	old := format('%s and (%s) is distinct from (%s)', old,
		array_to_string(emptied, ', '),
		array_to_string(array_fill('null'::text,
			array[cardinality(emptied)]), ', '));
	return format('update %s set %s where %s and ctid = any (array(
		select ctid from %1$s where %3$s limit 5000))', of_table,
		(select string_agg(c || ' = null', ', ') from unnest(emptied) c),
		old);
end
$$;
comment on function belfort.removal_of(text, text[], text, timestamptz) is
	'The command that empties columns of old rows where they may be empty, and takes away the rows where not.';
