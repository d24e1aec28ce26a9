create or replace function belfort.apart_open(of_feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	name text;
begin
	for name in select belfort.apart_tables(of_feature) loop
		execute format('alter table %s owner to %I', name,
			'belfort_' || of_feature);
	end loop;
end
$$;
comment on function belfort.apart_open(text) is
	'Gives a feature its tables back for a migration; belfort.feature_declare closes them again in the same transaction.';
