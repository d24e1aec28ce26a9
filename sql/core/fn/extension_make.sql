create or replace function belfort.extension_make(extension text,
	guest boolean) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	if guest then
		if not exists (select from pg_extension where extname = extension) then
			raise exception 'it asks for the extension %, which this city does not have', extension
				using hint = 'do without, or ask the city to install it';
		end if;
		return;
	end if;
	if not exists (select from pg_available_extensions where name = extension) then
		raise exception 'the extension % is not installed on this machine', extension
			using hint = 'on Debian it is in postgresql-contrib';
	end if;
	execute format('create extension if not exists %I schema ext', extension);
end
$$;
comment on function belfort.extension_make(text, boolean) is
	'Makes an extension that a feature asks for, in the schema ext; who is a guest makes none.';
