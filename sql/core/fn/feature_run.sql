create or replace function belfort.feature_run(feature text, commands text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	return belfort.owner_run('belfort_' || feature, feature, commands);
end
$$;
comment on function belfort.feature_run(text, text) is
	'Runs commands as the owner of a feature, and as nobody else; how many rows the last one touched.';
