create or replace function belfort.removal_count(of_feature text,
	relation text, columns text[], rows bigint) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
	insert into belfort.removal as l (day, feature, relation, columns, rows)
	select current_date, of_feature, removal_count.relation,
		removal_count.columns, removal_count.rows
	where removal_count.rows > 0
	on conflict on constraint removal_pkey
		do update set rows = l.rows + excluded.rows;
$$;
comment on function belfort.removal_count(text, text, text[], bigint) is
	'Counts what was removed because its days were over.';
