create or replace function probe.import_finish(shape text, file text, sha256 text)
returns json
language plpgsql
set search_path = probe, pg_temp
as $$
begin
	if file = 'slow.csv' then
		perform pg_sleep(600);
	end if;
	insert into imported values (shape, file, sha256) on conflict do nothing;
	if not found then
		return json_build_object('result', 'unchanged');
	end if;
	if shape = 'rows' then
		delete from row;
		insert into row select * from import_row;
	else
		delete from wide;
		insert into wide select * from import_wide;
	end if;
	return json_build_object('result', 'loaded', 'kept', (select count(*) from import_row));
end
$$;
