create or replace function belfort.feature_run(feature text, commands text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || feature;
	result bigint;
begin
	-- Within such a function nobody can become somebody else again: what is
	-- run may be text that the city did not write, or set off such text.
	execute format('create or replace function %I.belfort_run(commands text)
		returns bigint language plpgsql security definer
		set search_path = %I, ext, pg_temp
		as ''declare result bigint; begin execute commands;
		get diagnostics result = row_count; return result; end''',
		feature, feature);
	execute format('alter function %I.belfort_run(text) owner to %I',
		feature, owner);
	execute format('select %I.belfort_run($1::text)', feature)
		into result using commands;
	execute format('drop function %I.belfort_run(text)', feature);
	return result;
end
$$;
comment on function belfort.feature_run(text, text) is
	'Runs commands as the owner of a feature, and as nobody else; how many rows the last one touched.';
