create or replace function belfort.owner_run(owner text, of_schema text,
	commands text) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	result bigint;
begin
	-- Within such a function nobody can become somebody else again: what is
	-- run may be text that the city did not write, or set off such text.
	execute format('create or replace function %I.belfort_run(commands text)
		returns bigint language plpgsql security definer
		set search_path = %I, ext, pg_temp
		as ''declare result bigint; begin execute commands;
		get diagnostics result = row_count; return result; end''',
		of_schema, of_schema);
	execute format('alter function %I.belfort_run(text) owner to %I',
		of_schema, owner);
	execute format('select %I.belfort_run($1::text)', of_schema)
		into result using commands;
	execute format('drop function %I.belfort_run(text)', of_schema);
	return result;
end
$$;
comment on function belfort.owner_run(text, text, text) is
	'Runs commands as that owner, and as nobody else; how many rows the last one touched.';
