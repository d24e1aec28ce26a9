create or replace function belfort.extension_make(extension text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from pg_available_extensions where name = extension) then
		raise exception 'the extension % is not installed on this machine', extension
			using hint = 'on Debian it is in postgresql-contrib';
	end if;
	execute format('create extension if not exists %I schema ext', extension);
end
$$;
comment on function belfort.extension_make(text) is
	'Makes an extension that a feature asks for, in the schema ext.';
