create or replace function belfort.feature_run(feature text, commands text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	owner text := 'belfort_' || feature;
begin
	-- Within such a function nobody can become somebody else again: what is
	-- run may be text that the city did not write.
	execute format('set local role %I', owner);
	execute format('create or replace function %I.belfort_run(commands text)
		returns void language plpgsql security definer
		set search_path = %I, ext, pg_temp
		as ''begin execute commands; end''', feature, feature);
	reset role;
	execute format('select %I.belfort_run($1)', feature) using commands;
	execute format('drop function %I.belfort_run(text)', feature);
end
$$;
comment on function belfort.feature_run(text, text) is
	'Runs the text of a file as the owner of a feature, and as nobody else.';
