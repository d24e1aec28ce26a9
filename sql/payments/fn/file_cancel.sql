create function file_cancel(session text, id bigint) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	f file;
begin
	perform turn();
	f := file_open(id);
	perform file_free(f.id, staff(file_cancel.session));
	return '{}';
end;
$$;
comment on function file_cancel(text, bigint) is
	'A civil servant cancels a file that was not released.';
