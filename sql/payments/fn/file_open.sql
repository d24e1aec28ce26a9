create function file_open(id bigint) returns file
language plpgsql
set search_path = payments, pg_temp
as $$
declare
	f file;
begin
	select * into f from file t where t.id = file_open.id;
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	elsif f.released is not null or f.cancelled is not null then
		raise exception 'file_ended' using errcode = 'BF000';
	end if;
	return f;
end;
$$;
comment on function file_open(bigint) is
	'A file that is neither released nor cancelled; else an error.';
