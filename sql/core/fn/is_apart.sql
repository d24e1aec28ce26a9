create or replace function belfort.is_apart(of_feature text, relation text)
returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return belfort.owner_of(relation) = belfort.apart_owner(of_feature);
end
$$;
comment on function belfort.is_apart(text, text) is
	'Whether nothing of the running system may change that table.';
