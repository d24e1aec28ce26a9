create function import_finish(shape text, file text, sha256 text)
returns json
language plpgsql set search_path = people, ext, pg_temp
-- A table that was empty when it was last looked at fills while it is read: who
-- looks through all of it for each row would never end.
set enable_nestloop = off
as $$
declare
	faults json;
	counts json;
	n integer;
begin
	if file_known(shape, sha256) then
		perform staging_empty();
		return json_build_object('result', 'unchanged');
	end if;
	-- What came in is planned for at once.
	analyze staging_residents, staging_delta, staging_streets;
	faults := case shape
		when 'streets' then streets_faults()
		when 'residents' then residents_faults()
		else delta_faults() end;
	if faults is not null then
		return json_build_object('result', 'refused', 'faults', faults);
	end if;
	n := file_record(shape, file, sha256);
	counts := case shape
		when 'streets' then load_streets()
		when 'residents' then load_residents()
		else load_delta() end;
	perform staging_empty();
	return (json_build_object('result', 'loaded', 'rows', n,
		'keys', case when shape = 'residents' then 'new' end)::jsonb
		|| counts::jsonb)::json;
end;
$$;
comment on function import_finish(text, text, text) is
	'Takes the rows of a file over into the register: all of them, or none with what is wrong.';
